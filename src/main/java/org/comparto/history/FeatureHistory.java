package org.comparto.history;

import static org.comparto.database.Sql.quote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the versions that the database keeps of a feature, as far as whoever is signed in may see them. */
@Component
class FeatureHistory {

  /** Numbers keep every digit. */
  static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Sql SUBJECT = Sql.load("history/subject.sql");
  private static final Sql VERSIONS = Sql.load("history/versions.sql");
  private static final Sql VERSION = Sql.load("history/version.sql");
  private static final Sql SHAPES = Sql.load("history/shapes.sql");
  /** Two shapes of many vertices are laid over each other; nobody waits longer. */
  private static final int SECONDS = 20;

  private final JdbcClient db;

  FeatureHistory(JdbcTemplate jdbc) {
    JdbcTemplate bounded = new JdbcTemplate(jdbc.getDataSource());
    bounded.setQueryTimeout(SECONDS);
    this.db = JdbcClient.create(new NamedParameterJdbcTemplate(bounded));
  }

  /** @throws NotFoundException if there is no such feature, or none whose history the caller may see */
  @Transactional(readOnly = true)
  public Subject subject(Layer layer, long id) {
    Subject subject = find(layer, id).orElseThrow(() -> missing(layer, id));
    if (!subject.isPublic() && !isWhole(layer, subject)) {
      throw missing(layer, id);
    }
    return subject;
  }

  Optional<Subject> find(Layer layer, long id) {
    PublicReading reading = new PublicReading(layer);
    return db.sql(SUBJECT.with(Map.of("relation", reading.relation(), "public", reading.condition(),
            "consents", layer.consent() == null ? "CAST(NULL AS text)" : "CAST(to_json(" + quote(layer.consent().column()) + ") AS text)")))
        .param("id", id).param("layer", layer.id())
        .query((row, n) -> new Subject(row.getInt("version"), row.getString("status"), row.getBoolean("there"), row.getBoolean("public"),
            row.getString("territory"), list(row.getString("consents"))))
        .optional();
  }

  /** @param before only versions below this number; null for all */
  @Transactional(readOnly = true)
  public List<Version.Entry> versions(Layer layer, long id, Subject subject, @Nullable Integer before, int limit) {
    Sight sight = sight(layer, subject);
    return ask(VERSIONS, sight, layer, id, Map.of("kept", sight.kept(":before", ":limit + 1"))).param("limit", limit)
        .param("before", before == null ? Integer.MAX_VALUE : before).query(FeatureHistory::entry).list();
  }

  /** @throws NotFoundException if the feature has no version of this number that the caller may see */
  @Transactional(readOnly = true)
  public Version.AsItWas version(Layer layer, long id, Subject subject, int version) {
    Sight sight = sight(layer, subject);
    return ask(VERSION, sight, layer, id, Map.of("kept", sight.kept(":version + 1", "1"))).param("version", version)
        .query((row, n) -> new Version.AsItWas("Feature", id, row.getInt("version"), row.getString("status"), at(row, "at"), row.getString("author"),
            row.getString("reviewer"), row.getString("kind"), row.getString("reason"), row.getString("geometry"), row.getString("properties")))
        .optional().filter(found -> found.version() == version)
        .orElseThrow(() -> new NotFoundException("version", "There is no version " + version + " of the feature " + id + "."));
  }

  /**
   * What differs between two versions.
   *
   * @param from null for the one before
   * @param to null for the last one
   */
  @Transactional(readOnly = true)
  public Difference difference(Layer layer, long id, Subject subject, @Nullable Integer from, @Nullable Integer to) {
    Version.AsItWas later = version(layer, id, subject, to == null ? subject.version() : to);
    Version.AsItWas former = version(layer, id, subject, from == null ? before(layer, id, subject, later) : from);
    Sight sight = sight(layer, subject);
    JsonNode was = JSON.readTree(former.properties());
    JsonNode is = JSON.readTree(later.properties());
    List<Difference.Value> values = new ArrayList<>();
    for (Attribute attribute : sight.attributes()) {
      if (!same(was.path(attribute.name()), is.path(attribute.name()))) {
        values.add(new Difference.Value(attribute.name(), was.path(attribute.name()), is.path(attribute.name())));
      }
    }
    return new Difference(side(former), side(later), values, shapes(layer, id, sight, former.version(), later.version()));
  }

  private int before(Layer layer, long id, Subject subject, Version later) {
    return versions(layer, id, subject, later.version(), 1).stream().findFirst().map(Version::version)
        .orElseThrow(() -> new InvalidInputException("from", "Version " + later.version() + " is the first that there is; name the one to compare it with."));
  }

  private Difference.@Nullable Shape shapes(Layer layer, long id, Sight sight, int from, int to) {
    return ask(SHAPES, sight, layer, id, Map.of("kept_from", sight.kept(":from + 1", "1"), "kept_to", sight.kept(":to + 1", "1")))
        .param("from", from).param("to", to)
        .query((row, n) -> new Difference.Shape(row.getString("from"), row.getString("to"), row.getString("added"), row.getString("removed"),
            row.getBigDecimal("area_change"), row.getBigDecimal("length_change"), row.getBigDecimal("moved_metres")))
        .optional().orElse(null);
  }

  private JdbcClient.StatementSpec ask(Sql sql, Sight sight, Layer layer, long id, Map<String, String> further) {
    Map<String, String> pieces = new HashMap<>(further);
    pieces.put("values", sight.values());
    return db.sql(sql.with(pieces)).param("id", id).param("layer", layer.id()).param("seen", sight.seen());
  }

  private static Sight sight(Layer layer, Subject subject) {
    return isWhole(layer, subject) ? Sight.whole(layer) : Sight.ofPublic(layer, subject);
  }

  /** Whether the caller works on this feature and so sees what the desk sees. */
  private static boolean isWhole(Layer layer, Subject subject) {
    CurrentAccount caller = CurrentAccount.get();
    return caller.seesDeskFields() && caller.mayWrite(layer.id(), subject.territory());
  }

  private static Version.Entry entry(ResultSet row, int n) throws SQLException {
    Version.End end = row.getBoolean("deleted") ? new Version.End(at(row, "deleted_at"), row.getString("deleted_by"), row.getString("deleted_because")) : null;
    return new Version.Entry(row.getInt("version"), row.getString("status"), at(row, "at"), row.getString("author"), row.getString("reviewer"),
        row.getString("kind"), row.getString("reason"), list(row.getString("changed")), row.getBoolean("reshaped"), row.getBoolean("restated"), end);
  }

  private static Difference.Side side(Version version) {
    return new Difference.Side(version.version(), version.status(), version.at(), version.author());
  }

  /** Numbers are the same if they are equal, however many digits are written. */
  private static boolean same(JsonNode a, JsonNode b) {
    return a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
  }

  private static List<String> list(@Nullable String json) {
    return json == null ? List.of() : JSON.readTree(json).valueStream().map(JsonNode::asString).toList();
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  static NotFoundException missing(Layer layer, long id) {
    return new NotFoundException("id", "There is no feature " + id + " in the layer " + layer.id());
  }
}
