package org.comparto.estate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All plots that the public may see, as SQL tells them, to be looked through one by one: what the search is held against. */
final class NaivePlots {

  /** One row: its columns as JSON, and its shape. */
  record Plot(long id, JsonNode columns, Geometry shape) {

    /** Null where it is not known. */
    JsonNode get(String attribute) {
      JsonNode value = columns.get(attribute);
      return value == null || value.isNull() ? null : value;
    }
  }

  /** Those that are public and not too old. */
  private final List<Plot> plots;

  NaivePlots(JdbcClient db) {
    LocalDate since = LocalDate.now(ZoneId.of("Europe/Rome")).minusDays(360);
    plots = db.sql("SELECT id, to_jsonb(p) - 'geom' - 'geom_3857' AS columns, ST_AsBinary(geom) AS shape FROM plot AS p ORDER BY id")
        .query((row, n) -> new Plot(row.getLong(1), JsonMapper.shared().readTree(row.getString(2)), shape(row.getBytes(3)))).list().stream()
        .filter(p -> p.get("publication_status").asString().equals("published")).filter(p -> isFresh(p, since)).toList();
  }

  private static Geometry shape(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those that meet a condition. */
  List<Plot> meeting(Predicate<Plot> condition) {
    return plots.stream().filter(condition).toList();
  }

  private static boolean isFresh(Plot plot, LocalDate since) {
    JsonNode day = plot.get("verified_on") != null ? plot.get("verified_on") : plot.get("surveyed_on");
    LocalDate counted = day != null ? LocalDate.parse(day.asString())
        : OffsetDateTime.parse(plot.get("updated_at").asString()).atZoneSameInstant(ZoneId.of("Europe/Rome")).toLocalDate();
    return !counted.isBefore(since);
  }

  /** Not known last whatever the direction, ties by id. */
  static Comparator<Plot> by(String attribute, boolean descending) {
    Comparator<JsonNode> order = (a, b) -> a.isNumber() ? a.decimalValue().compareTo(b.decimalValue())
        : a.isBoolean() ? Boolean.compare(a.asBoolean(), b.asBoolean())
        : Arrays.compareUnsigned(a.asString().getBytes(StandardCharsets.UTF_8), b.asString().getBytes(StandardCharsets.UTF_8));
    return Comparator.<Plot, JsonNode>comparing(plot -> plot.get(attribute), Comparator.nullsLast(descending ? order.reversed() : order));
  }

  /** Values as texts with how many plots have them; members of lists one by one; not known under "". */
  static Map<String, Long> counts(List<Plot> plots, String attribute) {
    Map<String, Long> counts = new TreeMap<>();
    for (Plot plot : plots) {
      JsonNode value = plot.get(attribute);
      Iterable<JsonNode> members = value == null ? List.of() : value.isArray() ? value : List.of(value);
      List<String> texts = new ArrayList<>();
      members.forEach(member -> texts.add(member.asString()));
      (value == null ? List.of("") : texts.stream().distinct().toList()).forEach(text -> counts.merge(text, 1L, Long::sum));
    }
    return counts;
  }

  /** The smallest or the largest value; null if none is known. */
  static JsonNode extreme(List<Plot> plots, String attribute, boolean largest) {
    return plots.stream().filter(plot -> plot.get(attribute) != null).min(by(attribute, largest)).map(plot -> plot.get(attribute)).orElse(null);
  }
}
