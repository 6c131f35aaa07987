package org.comparto.facts;

import static org.comparto.database.Sql.literal;
import static org.comparto.database.Sql.quote;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.access.Access;
import org.comparto.access.AccessTimes;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Layers as they were at a moment, from what is kept of every version. While nothing has changed since the moment these are
 * the tables themselves, with all their indexes. Valid in one transaction, whose queries all see the same state.
 */
public final class AsOf {

  private static final Sql AS_OF = Sql.load("facts/as-of.sql");
  private static final Sql LAST_CHANGE = Sql.load("facts/last-change.sql");

  private final JdbcClient db;
  private final Moment moment;
  private final boolean present;

  private AsOf(JdbcClient db, Moment moment, boolean present) {
    this.db = db;
    this.moment = moment;
    this.present = present;
  }

  private static Instant lastChange(JdbcClient db) {
    return db.sql(LAST_CHANGE.text()).query(Timestamp.class).optional().map(Timestamp::toInstant).orElse(Instant.EPOCH);
  }

  /** The present, which begins with what changed last: data, or access times, which are no version of anything. */
  static AsOf ofPresent(JdbcClient db) {
    Instant data = lastChange(db);
    Instant times = AccessTimes.lastWritten(db, "plot");
    return of(db, Moment.ofPresent(times.isAfter(data) ? times : data));
  }

  static AsOf of(JdbcClient db, Moment moment) {
    return new AsOf(db, moment, !lastChange(db).isAfter(moment.at()));
  }

  public Moment moment() {
    return moment;
  }

  /** Whether nothing has changed since. */
  boolean isPresent() {
    return present;
  }

  /** How a feature is reached by road; of plots that is kept for every moment. */
  Access access(String layer, long id) {
    return AccessTimes.read(db, layer, id, moment.at());
  }

  /** What a query reads the layer from. */
  String relation(Layer layer) {
    return present ? quote(layer.relation()) : AS_OF.with(Map.of("relation", quote(layer.relation()), "layer", literal(layer.id()),
        "present", columns(layer, "present", "present"), "former", columns(layer, "kept", "past")));
  }

  /** The columns of a core layer that a version consists of. */
  Set<String> recordedColumns(Layer layer) {
    return Set.copyOf(db.sql("SELECT unnest(recorded_columns(CAST(:relation AS regclass)))").param("relation", layer.relation())
        .query(String.class).list());
  }

  /**
   * A query of what is public of a layer, with the moment bound.
   *
   * @param pieces what fills its holes beside relation and public
   */
  public JdbcClient.StatementSpec query(Sql sql, Layer layer, Map<String, String> pieces) {
    Map<String, String> all = new HashMap<>(pieces);
    all.put("relation", relation(layer));
    all.put("public", new PublicReading(layer).condition());
    return db.sql(sql.with(all)).param("at", Timestamp.from(moment.at()));
  }

  private static String columns(Layer layer, String of, String shapeOf) {
    List<String> names = new ArrayList<>(List.of("id", "version", "publication_status"));
    if (layer.kind() == Layer.Kind.THEMATIC) {
      names.addAll(List.of("layer_id", "properties"));
    }
    layer.attributes().stream().filter(attribute -> layer.column(attribute).isPresent()).map(Attribute::name).forEach(names::add);
    return names.stream().map(name -> of + "." + quote(name)).collect(Collectors.joining(", ")) + ", " + shapeOf + ".geom";
  }
}
