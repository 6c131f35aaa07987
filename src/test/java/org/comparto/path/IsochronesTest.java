package org.comparto.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

class IsochronesTest {

  private static final double WIDTH = 200;
  /** The grid's cells are a third of the width where the ground is small enough. */
  private static final double CELL = WIDTH / 3;
  private static final GeometryFactory POINTS = new GeometryFactory();

  /** Streets about a kilometre apart, some missing, some one-way, crooked, of different speeds, in the plain around 45° N. */
  private record City(Travel travel, double[][] shapes) implements Shapes {

    @Override
    public double[] of(int edge) {
      return shapes[edge];
    }

    static City of(long seed, int size) {
      Random random = new Random(seed);
      double[] lon = new double[size * size];
      double[] lat = new double[size * size];
      for (int node = 0; node < size * size; node++) {
        lon[node] = 10 + (node % size) * 0.0127 + random.nextGaussian() * 0.002;
        lat[node] = 45 + (node / size) * 0.009 + random.nextGaussian() * 0.0014;
      }
      List<int[]> ends = new ArrayList<>();
      for (int node = 0; node < size * size; node++) {
        if (node % size + 1 < size && random.nextInt(10) > 0) {
          ends.add(new int[] {node, node + 1});
        }
        if (node + size < size * size && random.nextInt(10) > 0) {
          ends.add(new int[] {node, node + size});
        }
      }
      double[][] shapes = new double[ends.size()][];
      float[] metres = new float[ends.size()];
      int[] millis = new int[2 * ends.size()];
      for (int edge = 0; edge < shapes.length; edge++) {
        int a = ends.get(edge)[0];
        int b = ends.get(edge)[1];
        shapes[edge] = new double[] {lon[a], lat[a], (lon[a] + lon[b]) / 2 + random.nextGaussian() * 0.001,
            (lat[a] + lat[b]) / 2 + random.nextGaussian() * 0.001, lon[b], lat[b]};
        metres[edge] = (float) (metres(shapes[edge], 0) + metres(shapes[edge], 2));
        millis[2 * edge] = (int) (metres[edge] / (5 + random.nextInt(15)) * 1000);
        millis[2 * edge + 1] = random.nextInt(5) == 0 ? Travel.NEVER : millis[2 * edge];
      }
      Network network = new Network(size * size, ends.stream().flatMapToInt(Arrays::stream).toArray(), metres);
      return new City(new Travel(network, millis, millis, Turns.without(List.of()), List.of()), shapes);
    }

    Point at(int edge, double fraction) {
      double[] part = Stretch.cut(shapes[edge], 0, fraction);
      return point(part[part.length - 2], part[part.length - 1]);
    }
  }

  @Test
  void holdEveryReachedPointOfTheRoadsAndNothingFarFromThem() {
    for (int seed = 0; seed < 3; seed++) {
      City city = City.of(seed, 14);
      Random random = new Random(seed);
      Tree tree = Tree.from(city.travel(), List.of(new Place(90, 0.3)), Travel.NEVER);
      MultiPolygon area = Isochrones.of(tree, city, new int[] {10}, WIDTH).get(0);
      assertThat(area.isValid()).isTrue();
      List<Point> reached = new ArrayList<>();
      for (int edge = 0; edge < city.shapes().length; edge++) {
        for (double fraction = 0; fraction <= 1; fraction += 0.04) {
          Reach reach = tree.at(new Place(edge, fraction));
          if (reach != null && reach.millis() <= 600_000) {
            reached.add(city.at(edge, fraction));
          }
        }
      }
      PreparedGeometry quick = PreparedGeometryFactory.prepare(area);
      assertThat(reached).hasSizeGreaterThan(1_000).allMatch(quick::contains);
      int looked = 0;
      for (int i = 0; i < 800; i++) {
        Point point = point(10 + random.nextDouble() * 0.18, 45 + random.nextDouble() * 0.13);
        double away = reached.stream().mapToDouble(road -> metres(road, point)).min().orElseThrow();
        if (quick.contains(point)) {
          // The points looked at are up to 60 m apart along the road.
          assertThat(away).isLessThan(WIDTH + CELL);
          looked++;
        } else {
          assertThat(away).isGreaterThan(WIDTH - CELL);
        }
      }
      assertThat(looked).isGreaterThan(60);
    }
  }

  @Test
  void cutRoadsWhereTheTimeIsUp() {
    // One straight road of 10 km to the east at 10 m/s: 5 minutes are 3,000 m, of which the width goes on around the end.
    double east = 10_000 / (Math.cos(Math.toRadians(45)) * 111_195.08);
    Network network = new Network(2, new int[] {0, 1}, new float[] {10_000});
    int[] millis = {1_000_000, Travel.NEVER};
    Tree tree = Tree.from(new Travel(network, millis, millis, Turns.free(), List.of()), List.of(new Place(0, 0)), Travel.NEVER);
    MultiPolygon area = Isochrones.of(tree, edge -> new double[] {10, 45, 10 + east, 45}, new int[] {5}, WIDTH).get(0);
    Coordinate last = Arrays.stream(area.getCoordinates()).max((a, b) -> Double.compare(a.x, b.x)).orElseThrow();
    assertThat(metres(new double[] {10, 45, last.x, 45}, 0)).isCloseTo(3_200, within(CELL));
    Coordinate north = Arrays.stream(area.getCoordinates()).max((a, b) -> Double.compare(a.y, b.y)).orElseThrow();
    assertThat(metres(new double[] {10, 45, 10, north.y}, 0)).isCloseTo(200, within(5.0));
  }

  @Test
  void leaveHolesBetweenRoadsAndTurnAsGeoJsonWants() {
    City city = City.of(7, 12);
    Tree tree = Tree.from(city.travel(), List.of(new Place(60, 0.5)), Travel.NEVER);
    MultiPolygon area = Isochrones.of(tree, city, new int[] {60}, WIDTH).get(0);
    int holes = 0;
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      holes += polygon.getNumInteriorRing();
      assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).isTrue();
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        assertThat(Orientation.isCCW(polygon.getInteriorRingN(hole).getCoordinates())).isFalse();
      }
    }
    assertThat(holes).isGreaterThan(40);
  }

  @Test
  void growWithTheTimeAndAreValidAtAnyWidth() {
    City city = City.of(9, 20);
    Tree tree = Tree.to(city.travel(), List.of(new Place(200, 0.5)), Travel.NEVER);
    for (double width : new double[] {50, 200, 1_000}) {
      List<MultiPolygon> areas = Isochrones.of(tree, city, new int[] {15, 5, 10}, width);
      assertThat(areas).allMatch(Geometry::isValid);
      assertThat(areas.get(1).getArea()).isLessThan(areas.get(2).getArea());
      assertThat(areas.get(2).getArea()).isLessThan(areas.get(0).getArea());
    }
  }

  @Test
  void areEmptyWhereNothingIsReached() {
    Network network = new Network(2, new int[] {0, 1}, new float[] {100});
    int[] closed = {Travel.NEVER, Travel.NEVER};
    Tree tree = Tree.from(new Travel(network, closed, closed, Turns.free(), List.of()), List.of(new Place(0, 0.5)), Travel.NEVER);
    assertThat(Isochrones.of(tree, edge -> new double[] {10, 45, 10.1, 45}, new int[] {15}, WIDTH)).allMatch(Geometry::isEmpty);
  }

  private static Point point(double longitude, double latitude) {
    return POINTS.createPoint(new Coordinate(longitude, latitude));
  }

  private static double metres(double[] line, int i) {
    return metres(point(line[i], line[i + 1]), point(line[i + 2], line[i + 3]));
  }

  /** Great circle (haversine) on the mean sphere. */
  private static double metres(Point a, Point b) {
    double latitudes = Math.sin(Math.toRadians(b.getY() - a.getY()) / 2);
    double longitudes = Math.sin(Math.toRadians(b.getX() - a.getX()) / 2);
    return 2 * 6_371_008.8 * Math.asin(Math.sqrt(latitudes * latitudes
        + Math.cos(Math.toRadians(a.getY())) * Math.cos(Math.toRadians(b.getY())) * longitudes * longitudes));
  }
}
