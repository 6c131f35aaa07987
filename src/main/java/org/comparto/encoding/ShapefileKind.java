package org.comparto.encoding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comparto.encoding.RowFile.Shape;
import org.comparto.layer.Layer.GeometryType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/** What shapes one Shapefile holds. */
enum ShapefileKind {
  POINTS("wkbPoint"), MULTIPOINTS("wkbMultiPoint"), LINES("wkbMultiLineString"), AREAS("wkbMultiPolygon");

  private final String gdal;

  ShapefileKind(String gdal) {
    this.gdal = gdal;
  }

  String gdal() {
    return gdal;
  }

  String suffix() {
    return "_" + name().toLowerCase(Locale.ROOT);
  }

  static ShapefileKind of(GeometryType geometry) {
    return switch (geometry) {
      case POINT -> POINTS;
      case LINE -> LINES;
      case POLYGON, ANY -> AREAS;
    };
  }

  /** The parts of a shape by the file they belong to; only a collection has several. */
  static Map<ShapefileKind, byte[]> split(byte[] wkb) {
    return switch (Shape.of(wkb)) {
      case POINT -> Map.of(POINTS, wkb);
      case MULTI_POINT -> Map.of(MULTIPOINTS, wkb);
      case LINE, MULTI_LINE -> Map.of(LINES, wkb);
      case POLYGON, MULTI_POLYGON -> Map.of(AREAS, wkb);
      case COLLECTION -> collection(wkb);
    };
  }

  private static Map<ShapefileKind, byte[]> collection(byte[] wkb) {
    Geometry whole = new Shapes(0).read(wkb);
    Map<ShapefileKind, List<Geometry>> parts = new EnumMap<>(ShapefileKind.class);
    gather(whole, parts);
    Map<ShapefileKind, byte[]> split = new EnumMap<>(ShapefileKind.class);
    parts.forEach((kind, shapes) -> split.put(kind, new WKBWriter().write(multi(kind, shapes))));
    return split;
  }

  private static void gather(Geometry shape, Map<ShapefileKind, List<Geometry>> parts) {
    if (shape instanceof GeometryCollection collection) {
      for (int i = 0; i < collection.getNumGeometries(); i++) {
        gather(collection.getGeometryN(i), parts);
      }
    } else {
      ShapefileKind kind = shape.getDimension() == 0 ? MULTIPOINTS : shape.getDimension() == 1 ? LINES : AREAS;
      parts.computeIfAbsent(kind, k -> new ArrayList<>()).add(shape);
    }
  }

  private static Geometry multi(ShapefileKind kind, List<Geometry> shapes) {
    GeometryFactory factory = shapes.get(0).getFactory();
    return switch (kind) {
      case POINTS, MULTIPOINTS -> factory.createMultiPoint(shapes.toArray(new Point[0]));
      case LINES -> factory.createMultiLineString(shapes.toArray(new LineString[0]));
      case AREAS -> factory.createMultiPolygon(shapes.toArray(new Polygon[0]));
    };
  }
}
