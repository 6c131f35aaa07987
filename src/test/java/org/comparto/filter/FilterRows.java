package org.comparto.filter;

import java.util.List;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Which public features of a layer meet a condition, read as the items page reads them. */
class FilterRows {

  private final Layers layers;
  private final Filters filters;
  private final NamedParameterJdbcTemplate db;

  FilterRows(Layers layers, Filters filters, NamedParameterJdbcTemplate db) {
    this.layers = layers;
    this.filters = filters;
    this.db = db;
  }

  Layer layer(String id) {
    return layers.getLayer(id, "layer");
  }

  List<Long> text(String layer, String filter) {
    return ids(layer(layer), filters.parse(layer(layer), filter, FilterLanguage.TEXT, Crs.CRS84));
  }

  List<Long> json(String layer, String filter) {
    return ids(layer(layer), filters.parse(layer(layer), filter, FilterLanguage.JSON, Crs.CRS84));
  }

  /** @param sql written by hand, without values */
  List<Long> sql(String layer, String sql) {
    return ids(layer(layer), new Condition(sql, Map.of()));
  }

  List<Long> ids(Layer layer, Condition condition) {
    PublicReading reading = new PublicReading(layer);
    return db.queryForList("SELECT id FROM " + reading.relation() + " WHERE " + reading.condition() + " AND (" + condition.sql() + ") ORDER BY id",
        condition.values(), Long.class);
  }
}
