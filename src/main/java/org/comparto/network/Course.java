package org.comparto.network;

import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.List;
import org.comparto.path.Way;
import org.locationtech.jts.geom.Coordinate;

/**
 * A way on the ground.
 *
 * @param corners EPSG:4326 (lon, lat), no two equal ones in a row; at least two
 * @param begins by arc of the way, the index of the corner where it begins; one more for the end
 */
record Course(List<Coordinate> corners, int[] begins) {

  static Course of(RoadGraph graph, Way way) {
    List<Coordinate> corners = new ArrayList<>();
    int[] begins = new int[way.arcs().length + 1];
    for (int i = 0; i < way.arcs().length; i++) {
      int arc = way.arcs()[i];
      begins[i] = Math.max(0, corners.size() - 1);
      double from = i == 0 ? way.fromFraction() : 0;
      double to = i == way.arcs().length - 1 ? way.toFraction() : 1;
      if (from == 0 && to == 1 && arc >> 1 < graph.roads()) {
        PointList points = graph.store().points(arc);
        for (int k = 0; k < points.size(); k++) {
          add(corners, new Coordinate(points.getLon(k), points.getLat(k)));
        }
      } else {
        boolean back = (arc & 1) == 1;
        for (Coordinate corner : graph.shape(arc >> 1, back ? 1 - from : from, back ? 1 - to : to).getCoordinates()) {
          add(corners, corner);
        }
      }
    }
    if (corners.size() == 1) {
      corners.add(corners.get(0));
    }
    begins[way.arcs().length] = corners.size() - 1;
    return new Course(corners, begins);
  }

  private static void add(List<Coordinate> corners, Coordinate corner) {
    if (corners.isEmpty() || !corners.get(corners.size() - 1).equals2D(corner)) {
      corners.add(corner);
    }
  }
}
