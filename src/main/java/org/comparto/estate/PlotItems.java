package org.comparto.estate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a list shows of plots. */
@Component
class PlotItems {

  private static final Sql PLOTS = Sql.load("estate/plots.sql");

  private final JdbcClient db;
  private final ReadingPlaces places;

  PlotItems(JdbcClient db, ReadingPlaces places) {
    this.db = db;
    this.places = places;
  }

  /** In the order of the ids; a plot that is gone meanwhile is left out. */
  List<PlotItem> read(Layer layer, long[] ids) {
    if (ids.length == 0) {
      return List.of();
    }
    PublicReading reading = new PublicReading(layer);
    String sql = PLOTS.with(Map.of("relation", reading.relation(), "public", reading.condition(),
        "values", reading.values(layer.publicAttributes())));
    Map<Long, PlotItem> found = new HashMap<>();
    places.run(() -> db.sql(sql).param("ids", ids).query(row -> {
      found.put(row.getLong("id"), new PlotItem(row.getLong("id"), row.getString("name"), row.getString("municipality_code"),
          row.getDouble("longitude"), row.getDouble("latitude"),
          List.of(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")), row.getString("properties")));
    }));
    List<PlotItem> ordered = new ArrayList<>();
    for (long id : ids) {
      if (found.containsKey(id)) {
        ordered.add(found.get(id));
      }
    }
    return ordered;
  }
}
