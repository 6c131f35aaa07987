package org.comparto.path;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The ground around what a tree reaches in a given time: the stretches of road, cut where the time is up, widened to both sides. Between
 * roads that nobody reaches there are holes.
 */
public final class Isochrones {

  /** Which half of the ground beside a road still counts as reached, unless somebody says otherwise. */
  public static final double WIDTH_METRES = 200;

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private Isochrones() {}

  /**
   * @param minutes limits in any order; a tree with a limit of its own must not end before them
   * @param widthMetres how far to each side of a road
   * @return for each limit in EPSG:4326, longitude before latitude; empty if nothing is reached
   */
  public static List<MultiPolygon> of(Tree tree, Shapes shapes, int[] minutes, double widthMetres) {
    List<MultiPolygon> polygons = new ArrayList<>();
    double[][] courses = new double[tree.edges()][];
    for (int limit : minutes) {
      List<double[]> stretches = new ArrayList<>();
      tree.stretches(Math.multiplyExact(limit, 60_000), (edge, from, to) -> {
        courses[edge] = courses[edge] == null ? shapes.of(edge) : courses[edge];
        stretches.add(Stretch.cut(courses[edge], from, to));
      });
      polygons.add(around(stretches, widthMetres));
    }
    return polygons;
  }

  private static MultiPolygon around(List<double[]> stretches, double widthMetres) {
    Envelope bounds = new Envelope();
    for (double[] line : stretches) {
      for (int i = 0; i < line.length; i += 2) {
        bounds.expandToInclude(line[i], line[i + 1]);
      }
    }
    if (bounds.isNull()) {
      return WGS84.createMultiPolygon();
    }
    Field field = new Field(bounds, widthMetres);
    stretches.forEach(field::add);
    return new Contour(field).polygons(WGS84);
  }
}
