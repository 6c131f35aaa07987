package org.comparto.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.network.Profile;
import org.comparto.path.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads features with their times, and writes times that have changed. */
@Component
class TimeRows {

  /** Times to be written. */
  record Change(Feature feature, Profile profile, Times times) {}

  private static final Sql FEATURES = Sql.load("access/features.sql");
  private static final Sql LOCK = Sql.load("access/lock.sql");
  private static final Sql KEEP = Sql.load("access/keep.sql");
  private static final String AFTER = "id > :after";
  private static final String NAMED = "id = ANY (:ids::bigint[])";
  private static final String WAITING = "NOT EXISTS (SELECT FROM access_time AS t WHERE t.layer_id = :layer AND t.feature_id = feature.id)";

  private final JdbcClient db;

  TimeRows(JdbcClient db) {
    this.db = db;
  }

  /** The features after an id, by id. */
  List<Feature> after(Layer layer, long id, int most) {
    return read(query(layer, AFTER, most).param("after", id));
  }

  /** Those of them that are there. */
  List<Feature> named(Layer layer, Long[] ids, int most) {
    return read(query(layer, NAMED, most).param("ids", ids));
  }

  /** Features without times: new, or moved. */
  List<Feature> waiting(Layer layer, int most) {
    return read(query(layer, WAITING, most));
  }

  private JdbcClient.StatementSpec query(Layer layer, String which, int most) {
    return db.sql(FEATURES.with(Map.of("relation", Sql.quote(layer.relation()), "which", which))).param("layer", layer.id()).param("most", most);
  }

  private static List<Feature> read(JdbcClient.StatementSpec query) {
    return query.query(rows -> {
      List<Feature> features = new ArrayList<>();
      Feature last = null;
      while (rows.next()) {
        if (last == null || last.id() != rows.getLong("id")) {
          last = new Feature(rows.getLong("id"), rows.getInt("version"), rows.getDouble("longitude"), rows.getDouble("latitude"), new EnumMap<>(Profile.class));
          features.add(last);
        }
        if (rows.getString("profile") != null) {
          last.kept().put(Profile.of(rows.getString("profile")), new Feature.Kept(rows.getString("graph"), times(rows)));
        }
      }
      return features;
    });
  }

  private static Times times(ResultSet row) throws SQLException {
    int edge = row.getInt("edge");
    return row.wasNull() ? Times.OFF_THE_ROADS : new Times(new Place(edge, row.getDouble("fraction")), row.getFloat("snap_metres"),
        Times.list((Long[]) row.getArray("gateway_ids").getArray()), Times.list((Integer[]) row.getArray("seconds").getArray()),
        Times.list((Integer[]) row.getArray("metres").getArray()));
  }

  /**
   * Writes times, and into plots what follows from them, unless somebody has changed the feature or is changing it.
   *
   * @return the ids of features that were written
   */
  Set<Long> write(Layer layer, String graph, List<Change> changes) {
    List<Feature> features = changes.stream().map(Change::feature).distinct().toList();
    Set<Long> held = Set.copyOf(db.sql(LOCK.with(Map.of("relation", Sql.quote(layer.relation()))))
        .param("ids", column(features, Feature::id, Long[]::new)).param("versions", column(features, Feature::version, Integer[]::new)).query(Long.class).list());
    List<Change> kept = changes.stream().filter(change -> held.contains(change.feature().id())).toList();
    db.sql(KEEP.text()).param("layer", layer.id()).param("graph", graph).param("ids", column(kept, c -> c.feature().id(), Long[]::new))
        .param("profiles", column(kept, c -> c.profile().id(), String[]::new))
        .param("edges", column(kept, c -> c.times().place() == null ? null : c.times().place().edge(), Integer[]::new))
        .param("fractions", column(kept, c -> c.times().place() == null ? null : c.times().place().fraction(), Double[]::new))
        .param("snaps", column(kept, c -> c.times().snapMetres(), Float[]::new))
        .param("gateways", column(kept, c -> Times.written(c.times().gateways()), String[]::new))
        .param("seconds", column(kept, c -> Times.written(c.times().seconds()), String[]::new))
        .param("metres", column(kept, c -> Times.written(c.times().metres()), String[]::new)).update();
    if (layer.id().equals("plot")) {
      db.sql("SELECT derive_access(:ids::bigint[])").param("ids", held.toArray(Long[]::new)).query().listOfRows();
    }
    db.sql("UPDATE access_pass SET written_at = now() WHERE layer_id = :layer").param("layer", layer.id()).update();
    return held;
  }

  private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
