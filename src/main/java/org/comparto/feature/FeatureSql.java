package org.comparto.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.crs.Crs;
import org.comparto.feature.FeatureQuery.SortKey;
import org.comparto.layer.PublicReading;

/** What a query becomes in SQL: the pieces that fill the named queries of sql/feature, and the values bound to them. */
final class FeatureSql {

  /** Values of ours begin so, which no other condition's do. */
  private static final String AFTER = "after_";
  /** Not the columns' own names, by which ORDER BY would mean the text. */
  private static final String KEY = "key_";
  private static final String DISTANCE =
      "ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(:near_longitude, :near_latitude), 4326)::geography)";

  private FeatureSql() {}

  /**
   * Pieces: relation, public, matching (all pages), behind (what is behind the page before), filter (both), values, order,
   * keys (the values sorted by, as text, each with a comma in front), geom.
   */
  static Map<String, String> pieces(FeatureQuery query) {
    PublicReading reading = new PublicReading(query.layer());
    List<Key> keys = keys(query, reading);
    String matching = "(" + query.where().sql() + ")" + (query.near() == null ? "" : " AND " + around());
    String behind = query.after() == null ? "true" : behind(keys, query.after().keys(), 0);
    Map<String, String> pieces = new HashMap<>();
    pieces.put("relation", reading.relation());
    pieces.put("public", reading.condition());
    pieces.put("matching", matching);
    pieces.put("where", "(" + query.where().sql() + ")");
    pieces.put("behind", behind);
    pieces.put("filter", matching + " AND " + behind);
    pieces.put("values", reading.values(query.attributes()));
    pieces.put("order", keys.stream().map(key -> key.sql() + (key.descending() ? " DESC" : " ASC") + " NULLS LAST, ")
        .collect(Collectors.joining()) + "id");
    pieces.put("keys", keys.stream().map(key -> ", (" + key.sql() + ")::text AS " + KEY + keys.indexOf(key)).collect(Collectors.joining()));
    pieces.put("geom", geometry(query.crs()));
    pieces.put("distance", DISTANCE);
    return pieces;
  }

  /** @param limit in place of the query's */
  static Map<String, Object> values(FeatureQuery query, long limit) {
    Map<String, Object> values = new HashMap<>(query.where().values());
    values.put("limit", limit);
    values.put("offset", query.offset());
    if (query.after() != null) {
      values.put(AFTER + "id", query.after().id());
      for (int i = 0; i < query.after().keys().size(); i++) {
        values.put(AFTER + i, query.after().keys().get(i));
      }
    }
    if (query.near() != null) {
      Surroundings around = Surroundings.of(query.near());
      values.put("near_longitude", query.near().longitude());
      values.put("near_latitude", query.near().latitude());
      values.put("near_radius", query.near().radius());
      values.put("near_width", around.longitudePerMetre());
      values.put("near_height", around.latitudePerMetre());
      values.put("near_count", limit + query.offset());
    }
    return values;
  }

  /** The geometry in a reference system, its first axis the one that PostGIS puts first: easting or longitude. */
  static String geometry(Crs crs) {
    return crs.srid() == Crs.CRS84.srid() ? "geom" : "ST_Transform(geom, " + crs.srid() + ")";
  }

  /** What is sorted by. */
  private record Key(String sql, boolean descending, String type) {}

  private static List<Key> keys(FeatureQuery query, PublicReading reading) {
    if (query.near() != null) {
      return List.of(new Key(DISTANCE, false, "float8"));
    }
    List<Key> keys = new ArrayList<>();
    for (SortKey key : query.sort()) {
      keys.add(new Key(reading.value(key.attribute()), key.descending(), switch (key.attribute().type()) {
        case TEXT -> "text";
        case INTEGER -> "bigint";
        case NUMBER -> "numeric";
        case BOOLEAN -> "boolean";
        case DATE -> "date";
        case DATETIME -> "timestamptz";
        case TEXT_LIST, JSON -> throw new IllegalArgumentException(key.attribute().name() + " has no order");
      }));
    }
    return keys;
  }

  /** The rows behind a position, by the keys from a number on; missing values come last in either direction. */
  private static String behind(List<Key> keys, List<String> values, int from) {
    if (from == keys.size()) {
      return "id > :" + AFTER + "id";
    }
    Key key = keys.get(from);
    if (values.get(from) == null) {
      return "(" + key.sql() + " IS NULL AND " + behind(keys, values, from + 1) + ")";
    }
    String value = "CAST(:" + AFTER + from + " AS " + key.type() + ")";
    return "(" + key.sql() + (key.descending() ? " < " : " > ") + value + " OR " + key.sql() + " IS NULL OR ("
        + key.sql() + " = " + value + " AND " + behind(keys, values, from + 1) + "))";
  }

  private static String around() {
    return "geom && ST_MakeEnvelope(:near_longitude - :near_radius * :near_width, :near_latitude - :near_radius * :near_height, "
        + ":near_longitude + :near_radius * :near_width, :near_latitude + :near_radius * :near_height, 4326) AND "
        + DISTANCE + " <= :near_radius";
  }

  /**
   * How far a metre may reach in degrees around a place; a box that wide and high holds all that is as near.
   * A degree of latitude is at least 110 574 m, one of longitude at least 111 319 m times the cosine of the latitude (WGS 84).
   */
  private record Surroundings(double longitudePerMetre, double latitudePerMetre) {

    private static final double MARGIN = 1.01;
    /** Over the edge of the map or around a pole no box of longitudes helps: all are looked at. */
    private static final double EVERYWHERE = 1e6;

    static Surroundings of(Near near) {
      double latitudePerMetre = MARGIN / 110_574;
      double farthest = Math.abs(near.latitude()) + near.radius() * latitudePerMetre;
      double longitudePerMetre = farthest >= 89 ? EVERYWHERE : MARGIN / (111_319 * Math.cos(Math.toRadians(farthest)));
      boolean overTheEdge = Math.abs(near.longitude()) + near.radius() * longitudePerMetre > 180;
      return new Surroundings(overTheEdge ? EVERYWHERE : longitudePerMetre, latitudePerMetre);
    }
  }
}
