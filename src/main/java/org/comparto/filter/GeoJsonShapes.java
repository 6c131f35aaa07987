package org.comparto.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.LinearRing;
import tools.jackson.databind.JsonNode;

/** Reads a geometry literal out of the JSON encoding (RFC 7946, 3.1); heights are dropped. */
final class GeoJsonShapes {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int DEEPEST = 10;

  private GeoJsonShapes() {}

  static boolean begins(JsonNode node) {
    return node.has("type") && (node.has("coordinates") || node.has("geometries"));
  }

  static Geometry read(JsonNode node) {
    try {
      return read(node, 0);
    } catch (IllegalArgumentException e) { // JTS on open rings and lines of one point
      throw new Mistake("a geometry in the filter can not be read: " + e.getMessage());
    }
  }

  private static Geometry read(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      throw new Mistake("a geometry in the filter is nested more than " + DEEPEST + " deep");
    }
    JsonNode coordinates = node.path("coordinates");
    String type = node.path("type").isString() ? node.path("type").stringValue() : "";
    return switch (type) {
      case "Point" -> point(coordinates);
      case "LineString" -> line(coordinates);
      case "Polygon" -> polygon(coordinates);
      case "MultiPoint" -> FACTORY.createMultiPoint(each(coordinates, GeoJsonShapes::point).toArray(Point[]::new));
      case "MultiLineString" -> FACTORY.createMultiLineString(each(coordinates, GeoJsonShapes::line).toArray(LineString[]::new));
      case "MultiPolygon" -> FACTORY.createMultiPolygon(each(coordinates, GeoJsonShapes::polygon).toArray(Polygon[]::new));
      case "GeometryCollection" ->
          FACTORY.createGeometryCollection(each(node.path("geometries"), part -> read(part, depth + 1)).toArray(Geometry[]::new));
      default -> throw new Mistake("a geometry in the filter is of the type " + Mistake.shown(type)
          + "; there are Point, LineString, Polygon, their Multi forms and GeometryCollection");
    };
  }

  private static Point point(JsonNode position) {
    return FACTORY.createPoint(coordinate(position));
  }

  private static LineString line(JsonNode positions) {
    return FACTORY.createLineString(coordinates(positions));
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> read = each(rings, ring -> FACTORY.createLinearRing(coordinates(ring)));
    return read.isEmpty() ? FACTORY.createPolygon()
        : FACTORY.createPolygon(read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] coordinates(JsonNode positions) {
    return each(positions, GeoJsonShapes::coordinate).toArray(Coordinate[]::new);
  }

  private static Coordinate coordinate(JsonNode position) {
    if (!position.isArray() || position.size() < 2 || !position.path(0).isNumber() || !position.path(1).isNumber()) {
      throw new Mistake("a position in the filter is not an array of two numbers");
    }
    return new Coordinate(position.path(0).doubleValue(), position.path(1).doubleValue());
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
    if (!array.isArray()) {
      throw new Mistake("the coordinates of a geometry in the filter are not arrays as deep as its type wants them");
    }
    List<T> all = new ArrayList<>();
    array.forEach(member -> all.add(read.apply(member)));
    return all;
  }
}
