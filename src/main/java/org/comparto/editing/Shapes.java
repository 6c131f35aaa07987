package org.comparto.editing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.comparto.feature.GeoJsonCheck;
import org.comparto.feature.Whereabouts;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of a GeoJSON geometry the shape that a layer keeps, and holds it against the rules that ask of nothing but the shape:
 * geometry-empty, geometry-unreadable, geometry-unclosed, geometry-too-many-vertices, geometry-wrong-type, geometry-self-intersection,
 * geometry-invalid, geometry-repeated-vertex, geometry-spike, geometry-area-too-small, geometry-outside-territory, geometry-swapped-axes.
 * Nothing is mended in silence; heights are left out.
 */
@Component
class Shapes {

  /** What PostGIS finds. @param shape well-known binary of EPSG:4326 in hexadecimal digits */
  private record Seen(@Nullable String shape, boolean same, boolean empty, int dimension, String kind, int parts, int vertices, boolean finite,
      @Nullable String fault, @Nullable String faultPlace, @Nullable String around, @Nullable Double areaM2, boolean inside, boolean exchanged) {}

  private static final Sql SHAPE = Sql.load("editing/shape.sql");
  private static final String POSITION = Sql.load("editing/position.sql").text();
  private static final int MOST_VERTICES = 10_000;
  /** A polygon of less is nothing that anybody meant to draw, whatever the layer. */
  private static final double LEAST_AREA_M2 = 1;

  private final JdbcClient db;
  private final Layers layers;

  Shapes(JdbcClient db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  /**
   * The shape as it is kept; nothing if it can not be.
   *
   * @param geometry GeoJSON, but for its axes, which are as the authority of the reference system has them
   * @param present the shape that the feature has, if any: it is kept to its last digit where its rounded answer comes back
   * @param faults where what is wrong is added
   */
  Optional<String> read(Layer layer, JsonNode geometry, Crs crs, @Nullable String present, List<Fault> faults) {
    if (geometry.isMissingNode() || geometry.isNull()) {
      faults.add(Fault.missing("geometry-empty", null, "the feature has no geometry"));
      return Optional.empty();
    }
    GeoJsonCheck check = new GeoJsonCheck();
    Optional<GeoJsonCheck.Fault> unreadable = check.feature(feature(geometry));
    if (unreadable.isPresent()) {
      return refuse(faults, check.unclosedAt() == null ? null : position(check.unclosedAt(), crs), unreadable.get().code(), unreadable.get().reason());
    }
    if (!check.isOnEarth() || crs.isGeographic() && !check.isWithinDegrees() && !crs.northFirst()) {
      return refuse(faults, null, "geometry-outside-territory", "the coordinates lie outside of " + crs.uri());
    }
    Seen seen = look(layer, geometry, crs, present);
    if (seen.shape() == null) {
      return refuse(faults, null, "geometry-unreadable", "the geometry can not be read, or lies where " + crs.uri() + " has no places");
    }
    return seen.same() ? Optional.of(seen.shape()) : judge(layer, seen, faults);
  }

  private Seen look(Layer layer, JsonNode geometry, Crs crs, @Nullable String present) {
    String given = "geometry_of(:json, " + crs.srid() + ")";
    String answered = crs.srid() == Crs.CRS84.srid() ? "CAST(:present AS geometry)" : "ST_Transform(CAST(:present AS geometry), " + crs.srid() + ")";
    return db.sql(SHAPE.with(Map.of("given", crs.northFirst() ? "ST_FlipCoordinates(" + given + ")" : given,
            "answered", "ST_GeomFromGeoJSON(ST_AsGeoJSON(" + answered + ", " + crs.decimals() + ", 0))",
            "frame", Whereabouts.frame("CAST(NULL AS text)"))))
        .param("json", plain(geometry).toString()).param("relation", Sql.quote(layer.relation())).param("present", present)
        .query(Seen.class).single();
  }

  private Optional<String> judge(Layer layer, Seen seen, List<Fault> faults) {
    if (seen.empty()) {
      return refuse(faults, null, "geometry-empty", "the feature has no geometry");
    }
    JsonNode around = place(seen.around());
    int wanted = switch (layer.geometry()) {
      case POINT -> 0;
      case LINE -> 1;
      case POLYGON -> 2;
      case ANY -> seen.dimension();
    };
    boolean mixed = layer.geometry() != Layer.GeometryType.ANY && seen.kind().equals("GEOMETRYCOLLECTION");
    boolean several = layer.geometry() == Layer.GeometryType.POINT && layer.kind() == Layer.Kind.CORE && seen.parts() > 1;
    if (seen.dimension() != wanted || mixed || several) {
      return refuse(faults, around, "geometry-wrong-type", "the layer takes " + layer.geometry().name().toLowerCase(Locale.ROOT) + "s, this is a "
          + seen.kind().toLowerCase(Locale.ROOT));
    }
    if (!seen.finite()) {
      return refuse(faults, null, "geometry-outside-territory", "the coordinates lie outside of the reference system");
    }
    if (seen.vertices() > MOST_VERTICES) {
      return refuse(faults, around, "geometry-too-many-vertices", "the geometry has " + seen.vertices() + " vertices, and may have " + MOST_VERTICES
          + "; simplify it");
    }
    if (seen.fault() != null) {
      boolean crosses = seen.fault().toLowerCase(Locale.ROOT).contains("self-intersection");
      return refuse(faults, place(seen.faultPlace()), crosses ? "geometry-self-intersection" : "geometry-invalid",
          "the geometry is not valid: " + said(seen.fault()));
    }
    // a layer that somebody loads for its own sake, and the geography, may well go beyond the territories
    boolean anywhere = layers.isStored(layer.id()) || layer.id().equals("territory") || layer.id().equals("municipality");
    if (!seen.inside() && !anywhere) {
      return seen.exchanged() ? refuse(faults, around, "geometry-swapped-axes", "longitude and latitude are exchanged")
          : refuse(faults, around, "geometry-outside-territory", "it lies outside of all territories");
    }
    faults.addAll(Vertices.faults(geometry(seen.shape())));
    double least = Math.max(LEAST_AREA_M2, layer.rules().minAreaM2());
    if (seen.areaM2() != null && seen.areaM2() < least) {
      faults.add(Fault.at(around, "geometry-area-too-small", "its area is " + Math.round(seen.areaM2() * 10) / 10.0 + " m², and must be at least "
          + Math.round(least) + " m²"));
    }
    return Optional.of(seen.shape());
  }

  /** Without the coordinates, which are the place; and without the names of exceptions, which say nothing to who draws. */
  private static String said(String fault) {
    return fault.contains("Invalid number of points") ? "Too few points in geometry component" : fault.replaceFirst("\\[.*", "").replaceFirst("^\\w+Exception: ", "");
  }

  private static Geometry geometry(String shape) {
    try {
      return new WKBReader().read(WKBReader.hexToBytes(shape));
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS wrote what JTS can not read", e);
    }
  }

  private JsonNode position(double[] at, Crs crs) {
    return place(db.sql(POSITION).param("x", at[crs.northFirst() ? 1 : 0]).param("y", at[crs.northFirst() ? 0 : 1]).param("srid", crs.srid())
        .query(String.class).optional().orElse(null));
  }

  private static @Nullable JsonNode place(@Nullable String json) {
    return json == null ? null : FeatureBody.JSON.readTree(json);
  }

  private static Optional<String> refuse(List<Fault> faults, @Nullable JsonNode place, String rule, String reason) {
    faults.add(Fault.at(place, rule, reason));
    return Optional.empty();
  }

  private static ObjectNode feature(JsonNode geometry) {
    ObjectNode feature = JsonNodeFactory.instance.objectNode().put("type", "Feature");
    feature.set("geometry", geometry);
    return feature;
  }

  /** Without members that PostGIS would hear and the standard does not know, as crs. */
  private static JsonNode plain(JsonNode geometry) {
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    plain.set("type", geometry.path("type"));
    if (geometry.has("coordinates")) {
      plain.set("coordinates", geometry.path("coordinates"));
    }
    if (geometry.has("geometries")) {
      var parts = plain.putArray("geometries");
      geometry.path("geometries").forEach(part -> parts.add(plain(part)));
    }
    return plain;
  }
}
