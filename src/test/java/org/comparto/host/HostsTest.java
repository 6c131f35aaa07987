package org.comparto.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.comparto.hours.Window;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Only who agreed can be found, by what they offer; and each says when it is open. */
@IntegrationTest
class HostsTest {

  private static final String AGREED = "publication_status = 'published' AND consented_groups @> ARRAY['identity', 'visit'] AND visitable <> 'never'";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Hosts hosts;
  People people;

  @BeforeEach
  void somebody() {
    people = new People(db, port);
  }

  @AfterEach
  void nobody() {
    people.remove();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      kind=company                              | company     | true
      kind=museum,river_port                    | visit_place | place_kind IN ('museum', 'river_port')
      kind=company&theme=food,craft             | company     | visit_themes && ARRAY['food', 'craft']
      kind=company&level=upper_secondary        | company     | 'upper_secondary' = ANY (visit_groups)
      kind=company&language=de                  | company     | 'de' = ANY (visit_languages)
      kind=company&people=30                    | company     | (visit_min_people IS NULL OR visit_min_people <= 30) AND (visit_max_people IS NULL OR visit_max_people >= 30)
      kind=company&age=13                       | company     | (visit_min_age IS NULL OR visit_min_age <= 13)
      kind=company&wheelchair=true              | company     | visit_wheelchair IS TRUE
      kind=company&lunch=true                   | company     | visit_lunch IS TRUE
      kind=company&coach_height=3.9             | company     | coach_parking IS TRUE AND (coach_max_height_m IS NULL OR coach_max_height_m >= 3.9)
      kind=company&coach_length=13              | company     | coach_parking IS TRUE AND (coach_max_length_m IS NULL OR coach_max_length_m >= 13)
      kind=company&municipality=046007          | company     | municipality_code = '046007'
      kind=company&chain=footwear               | company     | 'activity' = ANY (consented_groups) AND production_chain = 'footwear'
      kind=company&ateco=15.2                   | company     | 'activity' = ANY (consented_groups) AND EXISTS (SELECT FROM unnest(array_append(ateco_secondary, ateco_code)) c WHERE starts_with(c, '15.2'))
      kind=company&bbox=10.5,43.8,10.65,43.9    | company     | ST_X(geom) BETWEEN 10.5 AND 10.65 AND ST_Y(geom) BETWEEN 43.8 AND 43.9
      kind=lunch&q=mensa                        | visit_place | place_kind = 'lunch' AND name ILIKE '%mensa%'
      """)
  void findsWhoeverFitsAndAgreed(String query, String table, String condition) {
    List<Long> expected = db.sql("SELECT id FROM " + table + " WHERE " + AGREED + " AND " + condition + " ORDER BY id").query(Long.class).list();
    JsonNode page = Http.get(port, "/api/hosts?limit=1000&" + query).json();
    assertThat(page.path("hosts").valueStream().map(host -> host.path("id").asLong()).sorted().toList()).isEqualTo(expected).isNotEmpty();
    assertThat(page.path("numberMatched").asInt()).isEqualTo(expected.size());
  }

  @Test
  void pagesGoThroughAllOfThemOnceByName() {
    long all = Http.get(port, "/api/hosts?limit=1").json().path("numberMatched").asLong();
    List<Long> seen = new java.util.ArrayList<>();
    for (int offset = 0; offset < all; offset += 50) {
      Http.get(port, "/api/hosts?limit=50&offset=" + offset).json().path("hosts").valueStream().forEach(host -> seen.add(host.path("id").asLong()));
    }
    assertThat(seen).hasSize((int) all).doesNotHaveDuplicates().isEqualTo(db.sql("SELECT id FROM (SELECT id, name FROM company WHERE " + AGREED
        + " UNION ALL SELECT id, name FROM visit_place WHERE " + AGREED + ") AS h ORDER BY name, id").query(Long.class).list());
  }

  @Test
  void whoDidNotAgreeIsNotThereAndNobodyIsCalledWhoDidNotAgreeToThat() {
    long silent = db.sql("SELECT min(id) FROM company WHERE NOT consented_groups @> ARRAY['identity', 'visit'] AND visitable <> 'never'").query(Long.class).single();
    assertThat(Http.get(port, "/api/hosts/" + silent).status()).isEqualTo(404);
    assertThat(hosts.find(List.of(silent))).isEmpty();
    long shy = db.sql("SELECT min(id) FROM company WHERE " + AGREED + " AND NOT 'contact' = ANY (consented_groups) AND email IS NOT NULL").query(Long.class).single();
    assertThat(Http.get(port, "/api/hosts/" + shy).text()).doesNotContain("@", "\"contact\"");
    long open = db.sql("SELECT min(id) FROM company WHERE " + AGREED + " AND 'contact' = ANY (consented_groups) AND email IS NOT NULL").query(Long.class).single();
    assertThat(Http.get(port, "/api/hosts/" + open).json().path("contact").path("email").asString()).contains("@");
  }

  /** Hours of gis-data/demo/visit_places.yaml against a calendar: 8 December is a holiday, 25 December 2026 a Friday. */
  @ParameterizedTest
  @CsvSource({"VIS-CR-02, 2026-12-11, 09:00-12:00", "VIS-CR-02, 2026-12-10, 09:00-12:00 14:00-16:30", "VIS-CR-02, 2026-12-08, ''", "VIS-CR-02, 2026-12-12, ''",
      "VIS-CR-01, 2026-12-23, 10:00-18:00", "VIS-CR-01, 2026-12-25, ''", "VIS-MO-01, 2026-12-05, ''", "VIS-MO-01, 2027-04-10, 10:00-12:30 15:00-18:00"})
  void saysWhenItIsOpen(String code, LocalDate day, String windows) {
    long id = db.sql("SELECT id FROM visit_place WHERE code = :code").param("code", code).query(Long.class).single();
    assertThat(hosts.find(id).orElseThrow().open(day).stream().map(window -> window.from() + "-" + window.to())).isEqualTo(
        windows.isEmpty() ? List.of() : List.of(windows.split(" ")));
    JsonNode answer = Http.get(port, "/api/hosts/" + id + "?from=" + day + "&to=" + day).json();
    assertThat(answer.path("days").get(0).path("windows").size()).isEqualTo(windows.isEmpty() ? 0 : windows.split(" ").length);
    boolean found = Http.get(port, "/api/hosts?limit=1000&date=" + day).json().path("hosts").valueStream().anyMatch(host -> host.path("id").asLong() == id);
    assertThat(found).isEqualTo(!windows.isEmpty());
  }

  @Test
  void theNearestComeFirst() {
    List<Long> byHand = db.sql("SELECT id FROM visit_place WHERE " + AGREED + " ORDER BY ST_Distance(geom::geography, ST_MakePoint(10.02, 45.13)::geography) LIMIT 3")
        .query(Long.class).list();
    assertThat(Http.get(port, "/api/hosts?kind=museum,river_port,technology_hub,lunch,viewpoint,other&near=10.02,45.13&limit=3").json().path("hosts").valueStream()
        .map(host -> host.path("id").asLong()).toList()).isEqualTo(byHand);
  }

  @Test
  void tellsWhatHoursMeanThatSomebodyIsWriting() {
    JsonNode read = Http.get(port, "/api/hosts/hours?hours=" + encoded("Mo-Fr 09:00-12:00; Fr off") + "&from=2026-11-26&to=2026-11-27").json();
    assertThat(read.path("readable").asBoolean()).isTrue();
    assertThat(read.path("days").get(0).path("windows").get(0).path("to").asString()).isEqualTo("12:00");
    assertThat(read.path("days").get(1).path("windows").isEmpty()).isTrue();
    assertThat(Http.get(port, "/api/hosts/hours?hours=in+the+morning").json().path("readable").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"people=many, people", "age=-1, age", "theme=dragons, theme", "kind=castle, kind", "date=soon, date", "near=45, near", "ateco=food, ateco",
      "wheelchair=maybe, wheelchair", "coach_height=tall, coach_height", "bbox=1, bbox", "limit=0, limit", "colour=red, colour", "q=%00, q", "municipality=%00, municipality"})
  void aMistakeIsNamed(String query, String parameter) {
    Http.Answer answer = Http.get(port, "/api/hosts?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"visit_hours | \"in the morning\" | opening_hours that can be read", "visit_blackout | [\"2026-02-30\"] | days such as 2026-12-24",
      "visit_blackout | [\"2027-01-06/2026-12-24\"] | days such as 2026-12-24", "visit_minutes_min | 0 | more than 0", "visit_parking_lat | 91 | from -90 to 90"})
  void theDeskCanNotWriteWhatNobodyCouldRead(String attribute, String value, String cure) {
    long id = db.sql("SELECT id FROM visit_place WHERE code = 'VIS-CR-01'").query(Long.class).single();
    String token = people.token("desk", "read", "write");
    String path = "/ogc/collections/visit_place/items/" + id;
    String etag = Http.get(port, path, "Authorization", "Bearer " + token).header("ETag");
    Http.Answer answer = Http.sendAs(port, "PATCH", path, "{\"properties\": {\"" + attribute + "\": " + value + "}}", "application/merge-patch+json",
        "Authorization", "Bearer " + token, "If-Match", etag);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.text()).contains(attribute).contains(cure.replace("'", ""));
  }

  @Test
  void windowsOfADayDoNotOverlap() {
    for (Host host : hosts.find(db.sql("SELECT id FROM company WHERE " + AGREED).query(Long.class).list())) {
      for (LocalDate day = LocalDate.of(2026, 12, 1); day.isBefore(LocalDate.of(2026, 12, 15)); day = day.plusDays(1)) {
        int end = 0;
        for (Window window : host.open(day)) {
          assertThat(window.opens()).isGreaterThanOrEqualTo(end);
          end = window.closes();
        }
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
