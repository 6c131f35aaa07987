package org.comparto.verdict;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.verdict.Division.Piece;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/**
 * Puts faces together again, in the plane where they were computed: there they share their edges vertex by vertex, so that leaving out the
 * shared ones is all there is to do. No position is computed anew; what several cases need is put together once.
 */
final class Merging {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<Piece> pieces;
  private final Map<BitSet, Geometry> merged = new HashMap<>();
  private final Map<Coordinate, Coordinate> lonLat = new HashMap<>();

  Merging(List<Piece> pieces) {
    this.pieces = pieces;
    for (Piece piece : pieces) {
      Coordinate[] metric = piece.metric().getCoordinates();
      Coordinate[] degrees = piece.lonLat().getCoordinates();
      for (int i = 0; i < metric.length; i++) {
        lonLat.put(metric[i], degrees[i]);
      }
    }
  }

  /**
   * @param some numbers of faces
   * @return in longitude and latitude
   */
  Geometry merge(BitSet some) {
    return merged.computeIfAbsent(some, this::union);
  }

  double m2(BitSet some) {
    return some.stream().mapToDouble(piece -> pieces.get(piece).m2()).sum();
  }

  private Geometry union(BitSet some) {
    List<Geometry> parts = new ArrayList<>();
    some.stream().forEach(piece -> parts.add(pieces.get(piece).metric()));
    Geometry metric = CoverageUnion.union(FACTORY.buildGeometry(parts));
    Geometry degrees = new GeometryEditor(FACTORY).edit(metric, new GeometryEditor.CoordinateOperation() {
      @Override
      public Coordinate[] edit(Coordinate[] positions, Geometry geometry) {
        Coordinate[] edited = new Coordinate[positions.length];
        for (int i = 0; i < positions.length; i++) {
          edited[i] = lonLat.get(positions[i]).copy();
        }
        return edited;
      }
    });
    // what is narrower than the bend of a straight edge of the plane may cross itself in degrees
    return (degrees.isValid() ? degrees : GeometryFixer.fix(degrees)).norm();
  }
}
