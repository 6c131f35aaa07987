package org.comparto.filter;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Makes the multi-geometry of the same points, where there is one, of a geometry collection, which most functions of PostGIS refuse. */
final class Flattening {

  private Flattening() {}

  /** The geometry itself unless it is a collection of parts of one dimension. */
  static Geometry flattened(Geometry geometry) {
    if (!isCollection(geometry)) {
      return geometry;
    }
    List<Geometry> parts = parts(geometry).toList();
    boolean alike = parts.stream().mapToInt(Geometry::getDimension).distinct().count() == 1;
    if (!alike) {
      return geometry;
    }
    return parts.get(0) instanceof LineString
        ? geometry.getFactory().createMultiLineString(parts.toArray(LineString[]::new)) // lines may cross, as they may not after a union
        : UnaryUnionOp.union(parts);
  }

  static boolean isCollection(Geometry geometry) {
    return geometry.getClass() == GeometryCollection.class;
  }

  private static Stream<Geometry> parts(Geometry geometry) {
    return geometry instanceof GeometryCollection
        ? IntStream.range(0, geometry.getNumGeometries()).mapToObj(geometry::getGeometryN).flatMap(Flattening::parts)
        : Stream.of(geometry);
  }
}
