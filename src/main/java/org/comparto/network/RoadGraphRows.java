package org.comparto.network;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.comparto.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of imports. */
@Component
class RoadGraphRows {

  private static final Sql ALL = Sql.load("network/graphs.sql");
  private static final Sql INSERT = Sql.load("network/insert-graph.sql");

  private final JdbcClient db;

  RoadGraphRows(JdbcClient db) {
    this.db = db;
  }

  /** The newest first. */
  List<RoadGraphRow> all() {
    return db.sql(ALL.text()).query((row, number) -> new RoadGraphRow(row.getString("version"), row.getString("file_name"),
        row.getString("sha256"), Optional.ofNullable(row.getTimestamp("data_date")).map(Timestamp::toInstant).orElse(null),
        row.getTimestamp("imported_at").toInstant(), row.getString("imported_by"), row.getInt("junctions"), row.getInt("roads"),
        row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north"), row.getString("attribution"),
        row.getString("licence"), row.getBoolean("demonstration"))).list();
  }

  void insert(RoadGraphRow graph) {
    db.sql(INSERT.text()).param("version", graph.version()).param("fileName", graph.fileName()).param("sha256", graph.sha256())
        .param("dataDate", graph.dataDate() == null ? null : Timestamp.from(graph.dataDate()), Types.TIMESTAMP)
        .param("importedAt", Timestamp.from(graph.importedAt())).param("importedBy", graph.importedBy())
        .param("junctions", graph.junctions()).param("roads", graph.roads()).param("west", graph.west()).param("south", graph.south())
        .param("east", graph.east()).param("north", graph.north()).param("attribution", graph.attribution())
        .param("licence", graph.licence()).param("demonstration", graph.demonstration()).update();
  }
}
