package org.comparto.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.comparto.columns.Counting;
import org.comparto.columns.Facet;
import org.comparto.columns.InDatabase;
import org.comparto.columns.Selection;
import org.comparto.feature.SortKeys;
import org.comparto.filter.Filter;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The investor's search finds what looking through all plots one by one finds, and knows every edit at once. */
@IntegrationTest
class PlotSearchTest {

  private static final int FILTERS = 200;
  private static final List<String> SORTABLE = List.of("area_m2", "price_eur", "status", "owner_type", "available_from", "name", "municipality_code",
      "divisible", "truck_min_toll_gate", "updated_at");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired PlotSearch search;
  @Autowired InDatabase database;

  @AfterEach
  void nothingStays() {
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE code LIKE 'SEARCH-%'"));
    derive("NULL");
  }

  /** Access times of all plots, as the application that computes them would write them. */
  private void derive(String minutes) {
    transactions.executeWithoutResult(begun -> {
      db.sql("SELECT set_config('comparto.deriving', 'on', true)").query(String.class).single();
      db.sql("UPDATE plot SET truck_min_toll_gate = minutes, car_min_port = minutes FROM (SELECT id AS of, CAST(" + minutes + " AS numeric) AS minutes FROM plot) AS m WHERE id = of"
          + " AND truck_min_toll_gate IS DISTINCT FROM minutes").update();
    });
  }

  @Test
  void randomFiltersFindTheSamePlotsInTheSameOrderWithTheSameFacetsAsANaiveScan() {
    derive("CASE WHEN id % 7 > 0 THEN round(id * 7919 % 900 / 10.0, 1) END");
    NaivePlots naive = new NaivePlots(db);
    Random random = new Random(20261122);
    RandomPlotFilter filters = new RandomPlotFilter(random, naive.meeting(plot -> true));
    int found = 0;
    for (int round = 0; round < FILTERS; round++) {
      List<RandomPlotFilter.Part> parts = filters.next();
      String text = parts.isEmpty() ? null : parts.stream().map(RandomPlotFilter.Part::text).collect(Collectors.joining(" AND "));
      String first = SORTABLE.get(random.nextInt(SORTABLE.size()));
      String second = SORTABLE.get(random.nextInt(SORTABLE.size()));
      boolean descending = random.nextBoolean();
      String sort = random.nextInt(4) == 0 ? null : (descending ? "-" : "") + first + (second.equals(first) ? "" : "," + second);
      Comparator<NaivePlots.Plot> order = sort == null ? Comparator.comparingLong(NaivePlots.Plot::id)
          : NaivePlots.by(first, descending).thenComparing(NaivePlots.by(second, false)).thenComparingLong(NaivePlots.Plot::id);
      List<NaivePlots.Plot> expected = naive.meeting(meaning(parts)).stream().sorted(order).toList();

      JsonNode answer = get(text, sort, "&limit=1000").json();

      assertThat(answer.path("total").asInt()).as("%s", text).isEqualTo(expected.size());
      assertThat(idsOfAll(text, sort, answer)).as("%s by %s", text, sort).isEqualTo(expected.stream().map(NaivePlots.Plot::id).toList());
      for (JsonNode facet : answer.path("facets")) {
        String attribute = facet.path("attribute").asString();
        List<RandomPlotFilter.Part> others = parts.stream().filter(part -> !part.attributes().equals(Set.of(attribute))).toList();
        assertFacet(facet, others.size() == parts.size() ? expected : naive.meeting(meaning(others)), attribute, text);
      }
      if (round % 10 == 0) {
        assertTheDatabaseAloneAnswersTheSame(text, sort, answer);
      }
      found += expected.isEmpty() ? 0 : 1;
    }
    assertThat(found).isGreaterThan(FILTERS / 3);
  }

  /** What the first answer holds, and then page by page of the most that one may hold. */
  private List<Long> idsOfAll(@Nullable String filter, @Nullable String sort, JsonNode first) {
    List<Long> page = ids(first);
    List<Long> all = new ArrayList<>(page);
    while (page.size() == 1000) {
      page = ids(get(filter, sort, "&limit=1000&offset=" + all.size()).json());
      all.addAll(page);
    }
    return all;
  }

  private static Predicate<NaivePlots.Plot> meaning(List<RandomPlotFilter.Part> parts) {
    return plot -> parts.stream().allMatch(part -> Boolean.TRUE.equals(part.meaning().of(plot)));
  }

  private static void assertFacet(JsonNode facet, List<NaivePlots.Plot> plots, String attribute, String filter) {
    if (facet.path("kind").asString().equals("values")) {
      Map<String, Long> counted = new TreeMap<>();
      facet.path("values").forEach(value -> counted.put(value.path("value").asString(), value.path("count").asLong()));
      if (facet.path("unknown").asLong() > 0) {
        counted.put("", facet.path("unknown").asLong());
      }
      assertThat(counted).as("%s of %s", attribute, filter).isEqualTo(NaivePlots.counts(plots, attribute));
      return;
    }
    assertThat(facet.path("unknown").asLong()).as("%s of %s", attribute, filter).isEqualTo(plots.stream().filter(p -> p.get(attribute) == null).count());
    for (boolean largest : new boolean[] {false, true}) {
      JsonNode bound = facet.path(largest ? "max" : "min");
      JsonNode expected = NaivePlots.extreme(plots, attribute, largest);
      if (expected == null) {
        assertThat(bound.isMissingNode()).as("%s of %s", attribute, filter).isTrue();
      } else if (expected.isNumber()) {
        assertThat(bound.decimalValue()).as("%s of %s", attribute, filter).isEqualByComparingTo(expected.decimalValue());
      } else {
        assertThat(bound.asString()).as("%s of %s", attribute, filter).isEqualTo(expected.asString());
      }
    }
  }

  private void assertTheDatabaseAloneAnswersTheSame(String text, String sort, JsonNode answer) {
    Layer layer = search.layer();
    Filter filter = search.filter(text);
    assertThat(database.count(layer, filter)).isEqualTo(answer.path("total").asLong());
    assertThat(database.page(layer, filter, SortKeys.parse(layer, sort, "sort"), 0, 1000)).containsExactly(
        ids(answer).stream().mapToLong(Long::longValue).toArray());
    Selection selection = search.select(text).orElseThrow();
    for (Attribute attribute : PlotFacets.attributes(layer)) {
      Facet inMemory = Counting.count(selection.columns(), attribute.name(), selection.without(attribute.name()));
      assertThat(database.facet(layer, filter, attribute)).as("%s of %s", attribute.name(), text).isEqualTo(inMemory);
    }
  }

  @Test
  void zonesAreCountedByTheirNamesAndChosenByTheirNumber() {
    JsonNode zones = facet(get(null, null, "&limit=1").json(), "zone_id");
    assertThat(zones.path("kind").asString()).isEqualTo("values");
    JsonNode first = zones.path("values").get(0);
    assertThat(first.path("title").asString())
        .isEqualTo(db.sql("SELECT name FROM industrial_zone WHERE id = :id").param("id", first.path("value").asLong()).query(String.class).single());
    JsonNode inside = get("zone_id = " + first.path("value").asLong(), null, "&limit=1").json();
    assertThat(inside.path("total").asLong()).isEqualTo(first.path("count").asLong()).isPositive();
    assertThat(facet(inside, "zone_id")).as("its own condition left out").isEqualTo(zones);
  }

  private static JsonNode facet(JsonNode answer, String attribute) {
    return answer.path("facets").valueStream().filter(facet -> facet.path("attribute").asString().equals(attribute)).findFirst().orElseThrow();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    List<Long> all = idsOfAll(null, "-price_eur_m2", get(null, "-price_eur_m2", "&limit=1000").json());
    List<Long> paged = new ArrayList<>();
    for (int offset = 0; offset < all.size(); offset += 7) {
      paged.addAll(ids(get(null, "-price_eur_m2", "&limit=7&offset=" + offset).json()));
    }
    assertThat(paged).isEqualTo(all);
    assertThat(ids(get(null, null, "&offset=" + all.size()).json())).isEmpty();
  }

  @Test
  void insertsUpdatesAndDeletesAreInTheVeryNextAnswerAndRolledBackOnesInNone() {
    String mine = "owner_type = 'public' AND area_m2 = 4711.25";
    assertThat(total(mine)).isZero();
    for (int round = 0; round < 3; round++) {
      insert("SEARCH-" + round, "owner_type, area_m2", "'public', 4711.25");
      assertThat(total(mine)).isEqualTo(round + 1);
    }
    transactions.executeWithoutResult(transaction -> {
      db.sql("UPDATE plot SET area_m2 = 1 WHERE code = 'SEARCH-0'").update();
      transaction.setRollbackOnly();
    });
    assertThat(total(mine)).isEqualTo(3);
    Committed.write(transactions, db.sql("UPDATE plot SET area_m2 = 4711.26 WHERE code = 'SEARCH-0'"));
    assertThat(total(mine)).isEqualTo(2);
    Committed.write(transactions, db.sql("UPDATE plot SET publication_status = 'retired' WHERE code = 'SEARCH-1'"));
    assertThat(total(mine)).isEqualTo(1);
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE code = 'SEARCH-2'"));
    assertThat(total(mine)).isZero();
    Committed.write(transactions, db.sql("UPDATE plot SET publication_status = 'published' WHERE code = 'SEARCH-1'"));
    assertThat(total(mine)).isEqualTo(1);
  }

  @Test
  void manyReadersNeverSeeLessThanWasCommittedBeforeTheyAsked() throws Exception {
    AtomicInteger committed = new AtomicInteger();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(4);
    List<Future<?>> reading = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      reading.add(readers.submit(() -> {
        while (!done.get()) {
          int before = committed.get();
          assertThat(search.select("owner_type = 'public' AND area_m2 = 815.5").orElseThrow().rows().count()).isGreaterThanOrEqualTo(before);
        }
      }));
    }
    for (int i = 0; i < 25; i++) {
      insert("SEARCH-r" + i, "owner_type, area_m2", "'public', 815.5");
      committed.set(i + 1);
    }
    done.set(true);
    for (Future<?> reader : reading) {
      reader.get();
    }
    readers.shutdown();
  }

  @Test
  void aValueThatWasNeverThereBeforeCanBeFoundSortedAndCounted() {
    insert("SEARCH-new", "electricity_operator", "'Àncora elettrica'");
    assertThat(total("electricity_operator = 'Àncora elettrica'")).isEqualTo(1);
    JsonNode sorted = get("electricity_operator IS NOT NULL", "-electricity_operator", "&limit=1").json();
    assertThat(sorted.path("items").get(0).path("properties").path("code").asString()).isEqualTo("SEARCH-new");
  }

  @Test
  void numbersThatADoubleCanNotTellApartAreStillToldApart() {
    insert("SEARCH-a", "area_m2", "1234.5678901234567891");
    insert("SEARCH-b", "area_m2", "1234.5678901234567892");
    assertThat(total("area_m2 < 1234.5678901234567892 AND code LIKE 'SEARCH-%'")).isEqualTo(1);
    assertThat(total("area_m2 = 1234.5678901234567892")).isEqualTo(1);
    JsonNode sorted = get("code LIKE 'SEARCH-%'", "-area_m2", "").json();
    assertThat(sorted.path("items").get(0).path("properties").path("code").asString()).isEqualTo("SEARCH-b");
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE code LIKE 'SEARCH-%'"));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "360, true", "361, false"})
  void whatNobodyVerifiedFor360DaysIsHidden(int days, boolean shown) {
    LocalDate day = LocalDate.now(ZoneId.of("Europe/Rome")).minusDays(days);
    insert("SEARCH-v", "verified_on, surveyed_on", "'" + day + "', current_date");
    insert("SEARCH-s", "surveyed_on", "'" + day + "'");
    insert("SEARCH-u", "updated_at", "CAST('" + day + " 12:00 Europe/Rome' AS timestamptz)");
    assertThat(total("code LIKE 'SEARCH-%'")).isEqualTo(shown ? 3 : 0);
  }

  @Test
  void mapAndExportsGivenTheAnswersFilterHoldTheSameSetInTheSameOrder() {
    JsonNode answer = get("status = 'available' AND area_m2 > 3000", "-area_m2", "&limit=1000").json();
    String geojson = StreamSupport.stream(answer.path("exports").spliterator(), false).map(e -> e.path("href").asString())
        .filter(href -> href.contains("f=json&") || href.contains("f=geojson&")).findFirst().orElseThrow();
    List<Long> exported = new ArrayList<>();
    Http.get(port, URI.create(geojson).toString()).json().path("features").forEach(feature -> exported.add(feature.path("id").asLong()));
    assertThat(exported).isNotEmpty().isEqualTo(ids(answer));

    JsonNode items = Http.get(port, "/ogc/collections/plot/items?limit=1000&filter=" + encoded(answer.path("filter").asString())).json();
    assertThat(items.path("numberMatched").asLong()).isEqualTo(answer.path("total").asLong());
  }

  @Test
  void aFilterCanNotBreakOutOfTheRuleThatHidesOldRecords() {
    insert("SEARCH-old", "verified_on", "'2001-01-01'");
    assertThat(get("code = 'SEARCH-old') OR (code = 'SEARCH-old'", null, "").problem()).isEqualTo("invalid-parameter");
    assertThat(total("code = 'x' OR code = 'SEARCH-old'")).isZero();
  }

  @Test
  void whatIsForTheDeskOnlyIsNeitherFoundNorShownNorCounted() {
    Http.Answer answer = get("owner_name = 'x'", null, "");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(get(null, null, "").text()).doesNotContain("owner_name", "Proprietà dimostrativa", "desk_notes");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"filter=area_m2 >|filter", "filter=nonsense = 1|filter", "sort=nonsense|sort", "sort=permitted_ateco|sort",
      "limit=0|limit", "limit=1001|limit", "limit=many|limit", "offset=-1|offset", "lang=fr|lang", "colour=red|colour"})
  void whatCanNotBeUsedIsNamedWithItsCure(String query, String parameter) {
    String[] pair = query.split("=", 2);
    Http.Answer answer = Http.get(port, "/api/plots?" + pair[0] + "=" + encoded(pair[1]));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-parameter");
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.json().path("detail").asString()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({"filter,distance_port_m < 5000", "sort,-distance_port_m"})
  void whoAsksForAStraightLineIsToldWhatThereIsInstead(String parameter, String value) {
    Http.Answer answer = Http.get(port, "/api/plots?" + parameter + "=" + encoded(value));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.json().path("detail").asString()).contains("distance_port_m is no attribute any more; ask for truck_min_port (min) or truck_km_port (km) instead");
  }

  @Test
  void titlesComeInTheLanguageAskedFor() {
    assertThat(get(null, null, "&lang=en").json().path("facets").get(0).path("title").asString()).isEqualTo("Status");
    assertThat(get(null, null, "&lang=it").json().path("facets").get(0).path("title").asString()).isEqualTo("Stato");
  }

  private int total(String filter) {
    return get(filter, null, "").json().path("total").asInt();
  }

  private Http.Answer get(String filter, String sort, String more) {
    return Http.get(port, "/api/plots?" + ((filter == null ? "" : "&filter=" + encoded(filter)) + (sort == null ? "" : "&sort=" + sort) + more)
        .replaceFirst("^&", ""));
  }

  private static List<Long> ids(JsonNode answer) {
    List<Long> ids = new ArrayList<>();
    answer.path("items").forEach(item -> ids.add(item.path("id").asLong()));
    return ids;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void insert(String code, String columns, String values) {
    Committed.write(transactions, db.sql("INSERT INTO plot (code, territory_code, geom, " + columns + ") SELECT '" + code + "', territory_code, "
        + "ST_Translate(geom, 0.3, 0.3), " + values + " FROM plot ORDER BY id LIMIT 1"));
  }
}
