package org.comparto.bottleneck;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A small piece of the earth as if it were flat: metres east and north, true to a few parts in a thousand over some kilometres. */
final class Flat {

  private static final double METRES_PER_DEGREE = 111_195;

  private final double east;

  /** @param around what it is for, EPSG:4326 */
  Flat(Geometry around) {
    east = METRES_PER_DEGREE * Math.cos(Math.toRadians(around.getEnvelopeInternal().centre().y));
  }

  /** A copy in metres. */
  <G extends Geometry> G metres(G degrees) {
    @SuppressWarnings("unchecked") G copy = (G) degrees.copy();
    copy.apply(new CoordinateSequenceFilter() {
      @Override
      public void filter(CoordinateSequence sequence, int i) {
        sequence.setOrdinate(i, 0, sequence.getX(i) * east);
        sequence.setOrdinate(i, 1, sequence.getY(i) * METRES_PER_DEGREE);
      }

      @Override
      public boolean isDone() {
        return false;
      }

      @Override
      public boolean isGeometryChanged() {
        return true;
      }
    });
    return copy;
  }
}
