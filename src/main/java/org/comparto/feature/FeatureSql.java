package org.comparto.feature;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.crs.Crs;
import org.comparto.layer.PublicReading;

/** What a query becomes in SQL: the pieces that fill the named queries of sql/feature, and the values bound to them. */
final class FeatureSql {

  private FeatureSql() {}

  /** Pieces: relation, public, filter, values, order, geom. */
  static Map<String, String> pieces(FeatureQuery query) {
    PublicReading reading = new PublicReading(query.layer());
    String filter = "(" + query.where().sql() + ")" + (query.after() > 0 ? " AND id > :after" : "");
    String keys = query.sort().stream()
        .map(key -> reading.value(key.attribute()) + (key.descending() ? " DESC" : " ASC") + " NULLS LAST, ")
        .collect(Collectors.joining());
    return Map.of("relation", reading.relation(), "public", reading.condition(), "matching", query.where().sql(), "filter", filter,
        "values", reading.values(query.attributes()), "order", keys + "id", "geom", geometry(query.crs()));
  }

  static Map<String, Object> values(FeatureQuery query) {
    Map<String, Object> values = new HashMap<>(query.where().values());
    values.put("after", query.after());
    values.put("limit", query.limit());
    values.put("offset", query.offset());
    return values;
  }

  /** The geometry in a reference system, its first axis the one that PostGIS puts first: easting or longitude. */
  private static String geometry(Crs crs) {
    return crs.srid() == Crs.CRS84.srid() ? "geom" : "ST_Transform(geom, " + crs.srid() + ")";
  }
}
