package org.comparto.network;

import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import com.graphhopper.util.shapes.GHPoint3D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.comparto.path.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Finds roads near points and along lines, by GraphHopper's index. */
final class Snapping {

  private final RoadStore store;

  Snapping(RoadStore store) {
    this.store = store;
  }

  /**
   * The nearest place on an edge that is wanted.
   *
   * @return null if there is none within {@code most} metres
   */
  @Nullable Snapped snap(double lon, double lat, IntPredicate wanted, double most) {
    Snap found = store.index.findClosest(lat, lon, edge -> wanted.test(edge.getEdge()));
    if (!found.isValid() || found.getQueryDistance() > most) {
      return null;
    }
    GHPoint3D point = found.getSnappedPoint();
    int edge = found.getClosestEdge().getEdge();
    return new Snapped(new Place(edge, fraction(store.points(2 * edge), found, found.getClosestEdge().getEdgeKey() % 2 == 1)), point.lon,
        point.lat, found.getQueryDistance());
  }

  /** Along the edge's points ahead; the index counts segments from where it looked at the edge. */
  private static double fraction(PointList points, Snap snap, boolean back) {
    int last = points.size() - 1;
    Ground ground = Ground.at(points.getLat(0));
    boolean corner = snap.getSnappedPosition() != Snap.Position.EDGE;
    int segment = back ? last - snap.getWayIndex() - (corner ? 0 : 1) : snap.getWayIndex();
    double before = 0;
    double whole = 0;
    for (int i = 0; i < last; i++) {
      double length = ground.metres(corner(points, i), corner(points, i + 1));
      before += i < segment ? length : 0;
      whole += length;
    }
    if (!corner) {
      before += ground.metres(corner(points, segment), new Coordinate(snap.getSnappedPoint().lon, snap.getSnappedPoint().lat));
    }
    return whole == 0 ? 0 : Math.min(1, before / whole);
  }

  private static Coordinate corner(PointList points, int i) {
    return new Coordinate(points.getLon(i), points.getLat(i));
  }

  /** All edges within some metres of a geometry in EPSG:4326 (lon, lat), the nearest first. */
  List<Nearby> near(Geometry geometry, double metres) {
    Envelope box = geometry.getEnvelopeInternal();
    Ground ground = Ground.at(box.centre().y);
    double lon = metres / ground.metresPerLon();
    double lat = metres / ground.metresPerLat();
    Geometry metric = ground.metres(geometry);
    Geometry within = metric.buffer(metres, 32);
    Set<Integer> edges = new HashSet<>();
    store.index.query(new BBox(box.getMinX() - lon, box.getMaxX() + lon, box.getMinY() - lat, box.getMaxY() + lat), edges::add);
    List<Nearby> found = new ArrayList<>();
    for (int edge : edges) {
      LineString line = ground.metres(store.line(edge));
      double distance = line.distance(metric);
      if (distance <= metres) {
        LengthIndexedLine along = new LengthIndexedLine(line);
        double length = Math.max(line.getLength(), 1e-9);
        double nearest = fraction(along.project(DistanceOp.nearestPoints(line, metric)[0]) / length);
        double from = nearest;
        double to = nearest;
        for (Coordinate end : line.intersection(within).getCoordinates()) {
          double at = fraction(along.project(end) / length);
          from = Math.min(from, at);
          to = Math.max(to, at);
        }
        found.add(new Nearby(new Place(edge, nearest), from, to, distance));
      }
    }
    found.sort(Comparator.comparingDouble(Nearby::metres).thenComparingInt(Nearby::edge));
    return found;
  }

  private static double fraction(double value) {
    return value < 1e-9 ? 0 : value > 1 - 1e-9 ? 1 : value;
  }
}
