package org.comparto.demo.roads;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;

/** Towns scattered over a square, in metres from its south-western corner: many small ones, few large ones, none in another. */
record SyntheticTowns(List<Town> towns) {

  private static final double APART_M = 3_400;

  /** @param turn of its streets, in radians */
  record Town(Coordinate centre, double radius, double turn) {

    boolean large() {
      return radius > 900;
    }
  }

  static SyntheticTowns scattered(double side, SplittableRandom random) {
    List<Town> towns = new ArrayList<>();
    int attempts = (int) (side * side / 1e6);
    for (int i = 0; i < attempts; i++) {
      Coordinate centre = new Coordinate(random.nextDouble() * side, random.nextDouble() * side);
      double small = random.nextDouble();
      double radius = 330 + 1_500 * small * small * small * small;
      if (towns.stream().noneMatch(town -> town.centre.distance(centre) < APART_M + town.radius)) {
        towns.add(new Town(centre, radius, random.nextDouble() * Math.PI / 2));
      }
    }
    return new SyntheticTowns(List.copyOf(towns));
  }

  /** Pairs of towns with no third one in the circle between them (the Gabriel graph): how roads lie between towns. */
  List<List<Town>> neighbours() {
    DelaunayTriangulationBuilder triangles = new DelaunayTriangulationBuilder();
    triangles.setSites(towns.stream().map(Town::centre).toList());
    Geometry edges = triangles.getEdges(new GeometryFactory());
    List<List<Town>> pairs = new ArrayList<>();
    for (int i = 0; i < edges.getNumGeometries(); i++) {
      LineString edge = (LineString) edges.getGeometryN(i);
      Town one = nearest(edge.getCoordinateN(0));
      Town other = nearest(edge.getCoordinateN(1));
      Coordinate middle = new Coordinate((one.centre.x + other.centre.x) / 2, (one.centre.y + other.centre.y) / 2);
      double radius = middle.distance(one.centre) * 0.999;
      if (towns.stream().noneMatch(town -> town.centre.distance(middle) < radius)) {
        pairs.add(List.of(one, other));
      }
    }
    return pairs;
  }

  Town nearest(Coordinate place) {
    return towns.stream().min(java.util.Comparator.comparingDouble(town -> town.centre.distance(place))).orElseThrow();
  }

  boolean built(Coordinate place) {
    return towns.stream().anyMatch(town -> town.centre.distance(place) < town.radius * 0.95);
  }
}
