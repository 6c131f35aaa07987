package org.comparto.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * The shapes that a seed may state, [longitude, latitude] in degrees: {@code at} (point), {@code line}, {@code outline} (ring),
 * {@code blob: {at, radius_m}} (an irregular round), {@code box: {at, size_m, turn}}, {@code along: {line, half_width_m}}.
 */
final class SeedGeometry {

  private static final GeometryFactory DEGREES = LocalFrame.DEGREES;

  private SeedGeometry() {}

  static final Set<String> KEYS = Set.of("at", "line", "outline", "blob", "box", "along");

  static Geometry of(Seed seed) {
    Map<String, Object> values = seed.values();
    if (values.containsKey("at")) {
      return DEGREES.createPoint(coordinate(values.get("at")));
    }
    if (values.containsKey("line")) {
      return line(values.get("line"));
    }
    if (values.containsKey("outline")) {
      return LocalFrame.ring(coordinates(values.get("outline")), DEGREES);
    }
    if (values.get("blob") instanceof Map<?, ?> blob) {
      return blob(coordinate(blob.get("at")), ((Number) blob.get("radius_m")).doubleValue(), Draw.of("blob " + seed.code()));
    }
    if (values.get("box") instanceof Map<?, ?> box) {
      List<?> size = (List<?>) box.get("size_m");
      double turn = box.get("turn") instanceof Number number ? number.doubleValue() : 0;
      return box(coordinate(box.get("at")), ((Number) size.get(0)).doubleValue(), ((Number) size.get(1)).doubleValue(), turn);
    }
    if (values.get("along") instanceof Map<?, ?> along) {
      return corridor(line(along.get("line")), ((Number) along.get("half_width_m")).doubleValue());
    }
    throw new IllegalStateException("seed " + seed.code() + " of " + seed.file() + " has no geometry; it needs one of " + KEYS);
  }

  /** A round of twelve corners, each up to a quarter nearer or farther than the radius. */
  static Polygon blob(Coordinate centre, double radius, Draw draw) {
    LocalFrame frame = new LocalFrame(centre.x, centre.y, 0);
    List<Coordinate> corners = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double angle = 2 * Math.PI * i / 12;
      double reach = radius * draw.between(0.8, 1.2);
      corners.add(frame.toDegrees(reach * Math.cos(angle), reach * Math.sin(angle)));
    }
    return LocalFrame.ring(corners, DEGREES);
  }

  static Polygon box(Coordinate centre, double width, double height, double turn) {
    LocalFrame frame = new LocalFrame(centre.x, centre.y, turn);
    return LocalFrame.ring(List.of(frame.toDegrees(-width / 2, -height / 2), frame.toDegrees(width / 2, -height / 2),
        frame.toDegrees(width / 2, height / 2), frame.toDegrees(-width / 2, height / 2)), DEGREES);
  }

  static MultiPolygon multi(Geometry area) {
    if (area instanceof MultiPolygon multi) {
      return multi;
    }
    return DEGREES.createMultiPolygon(new Polygon[] {(Polygon) area});
  }

  static Coordinate coordinate(Object pair) {
    List<?> numbers = (List<?>) pair;
    return new Coordinate(((Number) numbers.get(0)).doubleValue(), ((Number) numbers.get(1)).doubleValue());
  }

  private static List<Coordinate> coordinates(Object list) {
    return ((List<?>) list).stream().map(SeedGeometry::coordinate).toList();
  }

  private static LineString line(Object list) {
    return DEGREES.createLineString(coordinates(list).toArray(Coordinate[]::new));
  }

  private static Geometry corridor(LineString degrees, double halfWidth) {
    LocalFrame frame = LocalFrame.around(degrees);
    BufferParameters style = new BufferParameters(3, BufferParameters.CAP_ROUND);
    Geometry metres = BufferOp.bufferOp(frame.toMetres(degrees), halfWidth, style);
    return frame.toDegrees(metres);
  }
}
