package org.comparto.eligible;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.comparto.database.Sql;
import org.comparto.feature.BoundingBox;
import org.comparto.layer.Revisions;
import org.comparto.verdict.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what is said of the ground at two moments, from what is computed already or, for a rule set that does not decide, computed now. */
@Component
@DependsOnDatabaseInitialization
class TimeMachine {

  private static final Sql DIFFERENCE = Sql.load("eligible/difference.sql");
  private static final Sql STORED = Sql.load("eligible/stored.sql");
  private static final Sql GIVEN = Sql.load("eligible/given.sql");
  private static final int SECONDS = 20;
  private static final int KEPT = 40;
  /** Degrees of longitude that a pixel of zoom 0 spans. */
  private static final double DEGREES_OF_A_PIXEL = 360.0 / 256;

  private record Key(DifferenceQuestion question, long suitable, long restricted, long rulesets) {}

  private record Part(Difference.Cause cause, String territory, String piece, @Nullable String shape) {}

  private final JdbcClient db;
  private final Revisions revisions;
  private final Trials trials;
  private final Pieces pieces;
  private final Cache<Key, Difference> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  TimeMachine(JdbcTemplate jdbc, Revisions revisions, Trials trials, Pieces pieces) {
    JdbcTemplate bounded = new JdbcTemplate(jdbc.getDataSource());
    bounded.setQueryTimeout(SECONDS);
    this.db = JdbcClient.create(new NamedParameterJdbcTemplate(bounded));
    this.revisions = revisions;
    this.trials = trials;
    this.pieces = pieces;
  }

  Difference between(DifferenceQuestion question) {
    Key key = new Key(question, revisions.current(EligibleRows.SUITABLE), revisions.current(EligibleRows.RESTRICTED), revisions.current("ruleset"));
    return known.get(key, k -> compute(question));
  }

  private Difference compute(DifferenceQuestion question) {
    Map<String, Object> values = new LinkedHashMap<>(Map.of("technology", question.technology(), "from", question.from().day(), "to", question.to().day()));
    boolean stored = question.from().isStored() && question.to().isStored();
    if (!stored) {
      values.put("before", trials.faces(question, question.from()));
      values.put("after", trials.faces(question, question.to()));
    }
    List<String> place = new ArrayList<>();
    if (question.territory() != null) {
      values.put("territory", question.territory());
      place.add("territory_code = :territory");
    }
    String box = null;
    if (question.box() != null) {
      box = envelope(question.box());
      place.add("geom && " + box);
    }
    String where = String.join(" AND ", place);
    double pixel = DEGREES_OF_A_PIXEL / Math.pow(2, question.zoom());
    String sql = DIFFERENCE.with(Map.of(
        "before", stored ? stored("from", where) : GIVEN.with(Map.of("faces", "before")),
        "after", stored ? stored("to", where) : GIVEN.with(Map.of("faces", "after")),
        "cut", box == null ? "ST_CollectionExtract(geom, 3)"
            : "ST_CollectionExtract(CASE WHEN geom @ " + box + " THEN geom ELSE ST_Intersection(geom, " + box + ") END, 3)",
        "shape", box == null ? "NULL::text" : String.format(Locale.ROOT, "ST_AsGeoJSON(ST_Simplify(geom, %.9f, true), 6)", pixel / 2)));
    List<Part> parts = db.sql(sql).params(values).query((row, n) -> part(row)).list();
    return answer(question, parts);
  }

  private static String stored(String day, String place) {
    return STORED.with(Map.of("relation", EligibleRows.SUITABLE, "day", day, "place", place)) + "\nUNION ALL\n"
        + STORED.with(Map.of("relation", EligibleRows.RESTRICTED, "day", day, "place", place));
  }

  private static String envelope(BoundingBox box) {
    return String.format(Locale.ROOT, "ST_MakeEnvelope(%.7f, %.7f, %.7f, %.7f, 4326)", box.west(), box.south(), box.east(), box.north());
  }

  private static Part part(ResultSet row) throws SQLException {
    Difference.Said before = new Difference.Said(row.getString("former_result").toUpperCase(Locale.ROOT), List.of((String[]) row.getArray("former_basis").getArray()));
    Difference.Said after = new Difference.Said(row.getString("latter_result").toUpperCase(Locale.ROOT), List.of((String[]) row.getArray("latter_basis").getArray()));
    List<String> lost = before.basis().stream().filter(rule -> !after.basis().contains(rule)).toList();
    List<String> gained = after.basis().stream().filter(rule -> !before.basis().contains(rule)).toList();
    return new Part(new Difference.Cause(change(before.result(), after.result()), before, after, lost, gained, row.getDouble("m2")),
        row.getString("territory_code"), row.getString("piece"), row.getString("shape"));
  }

  private static Difference.Change change(String before, String after) {
    boolean was = before.equals(Result.SUITABLE.name());
    boolean is = after.equals(Result.SUITABLE.name());
    return was && is ? Difference.Change.basis : is ? Difference.Change.gained : was ? Difference.Change.lost : Difference.Change.other;
  }

  private Difference answer(DifferenceQuestion question, List<Part> parts) {
    List<Difference.Feature> features = parts.stream().filter(part -> part.shape() != null).map(part -> feature(question, part)).toList();
    SortedMap<String, Double> m2 = new TreeMap<>();
    for (Difference.Change change : Difference.Change.values()) {
      m2.put(change.name(), 0.0);
    }
    Map<Difference.Cause, Double> causes = new LinkedHashMap<>();
    for (Part part : parts) {
      Difference.Cause c = part.cause();
      m2.merge(c.change().name(), c.m2(), Double::sum);
      causes.merge(new Difference.Cause(c.change(), c.before(), c.after(), c.rulesLost(), c.rulesGained(), 0), c.m2(), Double::sum);
    }
    List<Difference.Cause> summed = causes.entrySet().stream().map(entry -> new Difference.Cause(entry.getKey().change(), entry.getKey().before(),
        entry.getKey().after(), entry.getKey().rulesLost(), entry.getKey().rulesGained(), entry.getValue()))
        .sorted(Comparator.comparingDouble(Difference.Cause::m2).reversed()).toList();
    return new Difference("FeatureCollection", features, new Difference.Summary(question.technology(), question.territory(), Difference.End.of(question.from()),
        Difference.End.of(question.to()), pieces.complete(question.territory()), m2, summed));
  }

  private static Difference.Feature feature(DifferenceQuestion question, Part part) {
    Difference.Cause c = part.cause();
    return new Difference.Feature("Feature", part.shape(), new Difference.Properties(c.change(), question.technology(), part.territory(), part.piece(), c.before(),
        c.after(), c.rulesLost(), c.rulesGained(), c.m2()));
  }
}
