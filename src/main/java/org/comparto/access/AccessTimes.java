package org.comparto.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comparto.access.Access.Graph;
import org.comparto.access.Access.Joint;
import org.comparto.access.Access.State;
import org.comparto.access.Access.Way;
import org.comparto.database.Sql;
import org.comparto.network.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is kept of access times, as it is or as it was at a moment. */
public final class AccessTimes {

  private record Row(Profile profile, Graph graph, Joint joint, List<Way> ways) {}

  private static final Sql AS_OF = Sql.load("access/as-of.sql");
  private static final Sql BEGUN = Sql.load("access/begun.sql");
  private static final Sql LAST_WRITTEN = Sql.load("access/last-written.sql");

  private AccessTimes() {}

  /** The layers whose features have times. */
  public static List<String> layers() {
    return Refresh.LAYERS;
  }

  /** When a time of the layer was written last; the beginning of time if none was. */
  public static Instant lastWritten(JdbcClient db, String layer) {
    return db.sql(LAST_WRITTEN.text()).param("layer", layer).query(Timestamp.class).optional().map(Timestamp::toInstant).orElse(Instant.EPOCH);
  }

  /** @param at of plots any moment; of other layers only the present is kept */
  public static Access read(JdbcClient db, String layer, long id, Instant at) {
    Timestamp moment = Timestamp.from(at);
    List<Row> rows = db.sql(AS_OF.text()).param("layer", layer).param("id", id).param("at", moment).query((row, n) -> {
      Profile profile = Profile.of(row.getString("profile"));
      Graph graph = new Graph(row.getString("version"), row.getTimestamp("dated").toInstant(), row.getString("source"), row.getBoolean("demonstration"));
      float snap = row.getFloat("snap_metres");
      boolean off = row.wasNull();
      Joint joint = new Joint(profile, off ? null : Float.valueOf(snap), row.getTimestamp("computed_at").toInstant());
      return new Row(profile, graph, joint, off ? List.of() : ways(profile, (Long[]) row.getArray("gateway_ids").getArray(),
          (Integer[]) row.getArray("seconds").getArray(), (Integer[]) row.getArray("metres").getArray()));
    }).list();
    if (rows.isEmpty()) {
      boolean begun = db.sql(BEGUN.text()).param("layer", layer).param("at", moment).query(Boolean.class).single();
      return Access.none(begun ? State.NOT_COMPUTED : State.NO_GRAPH);
    }
    List<Way> ways = rows.stream().flatMap(row -> row.ways().stream()).toList();
    return new Access(ways.isEmpty() ? State.NO_ROAD_DATA : State.KNOWN, rows.stream().map(Row::graph).distinct().toList(), ways,
        rows.stream().map(Row::joint).toList());
  }

  private static List<Way> ways(Profile profile, Long[] gateways, Integer[] seconds, Integer[] metres) {
    List<Way> ways = new ArrayList<>();
    for (int kind = 0; kind < Gateway.KINDS.size(); kind++) {
      ways.add(new Way(profile, Gateway.KINDS.get(kind), gateways[kind], seconds[kind], metres[kind]));
    }
    return ways;
  }
}
