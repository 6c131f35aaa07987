package org.comparto.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of layers as they lie in their tables, in the plane of one UTM zone, with nothing of the application in between. */
final class RawLayers {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A row; properties are those of a thematic layer. */
  record Row(long id, String territory, JsonNode properties, Geometry lonLat, Geometry metric, Map<Double, Geometry> grown) {

    boolean is(String property, String... values) {
      return List.of(values).contains(properties.path(property).asString(""));
    }

    boolean yes(String property, boolean value) {
      return properties.path(property).isBoolean() && properties.path(property).asBoolean() == value;
    }

    Geometry grown(double metres) {
      return metres == 0 ? metric : grown.computeIfAbsent(metres, m -> Growing.grow(metric, m));
    }
  }

  private final JdbcClient db;
  private final TransverseMercator plane;
  private final Map<String, List<Row>> layers = new HashMap<>();
  private final Map<String, Set<String>> knownIn = new HashMap<>();

  RawLayers(JdbcClient db, int zone) {
    this.db = db;
    this.plane = new TransverseMercator(zone);
  }

  TransverseMercator plane() {
    return plane;
  }

  List<Row> rows(String layer) {
    return layers.computeIfAbsent(layer, this::read);
  }

  /** Where a layer is known: it has rows there, or somebody has said that it is complete. */
  Set<String> knownIn(String layer) {
    return knownIn.computeIfAbsent(layer, name -> {
      Set<String> territories = new HashSet<>(db.sql("SELECT territory_code FROM layer_coverage WHERE layer_id = ?").param(name).query(String.class).list());
      rows(name).stream().map(Row::territory).filter(t -> t != null).forEach(territories::add);
      return territories;
    });
  }

  /** What some rows of a layer cover of an area, each grown by some metres. */
  Geometry cover(Geometry area, String layer, double metres, Predicate<Row> which) {
    List<Geometry> parts = new ArrayList<>();
    for (Row row : rows(layer)) {
      if (which.test(row) && row.metric().getEnvelopeInternal().distance(area.getEnvelopeInternal()) <= metres + 1 && (metres > 0 || row.metric().getDimension() == 2)) {
        parts.add(overlay(area, row.grown(metres), OverlayNG.INTERSECTION));
      }
    }
    Geometry union = FACTORY.createPolygon();
    for (Geometry part : parts) {
      union = overlay(union, part, OverlayNG.UNION);
    }
    return union;
  }

  /** What is more than lines and points of an overlay: where two areas only touch there is nothing. */
  static Geometry overlay(Geometry a, Geometry b, int operation) {
    List<Geometry> polygons = new ArrayList<>();
    PolygonExtracter.getPolygons(OverlayNGRobust.overlay(a, b, operation), polygons);
    return polygons.isEmpty() ? FACTORY.createPolygon() : FACTORY.buildGeometry(polygons);
  }

  private List<Row> read(String layer) {
    boolean core = Set.of("territory", "industrial_zone").contains(layer);
    String sql = core ? "SELECT id, territory_code, '{}' AS properties, ST_AsBinary(geom) AS geom FROM " + layer
        : "SELECT id, territory_code, properties::text AS properties, ST_AsBinary(geom) AS geom FROM thematic_feature WHERE layer_id = '" + layer + "'";
    return db.sql(sql + (core ? " WHERE" : " AND") + " publication_status = 'published' AND valid_from IS NULL AND valid_to IS NULL ORDER BY id")
        .query((row, n) -> {
          Geometry lonLat = geometry(row.getBytes("geom"));
          return new Row(row.getLong("id"), row.getString("territory_code"), JsonMapper.shared().readTree(row.getString("properties")), lonLat,
              plane.project(lonLat), new HashMap<>());
        }).list();
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader(FACTORY).read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
