package org.comparto.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Geometries of plots that nobody may store, made at random from a seed: each kind of mistake many times, at other places, sizes and
 * turns. What makes them wrong is known from how they are made, not from the checks that are tested.
 */
final class BadGeometries {

  /**
   * One of them.
   *
   * @param kind what is wrong, in words
   * @param json GeoJSON, or what takes its place
   * @param rules one of these has to be named
   * @param placed whether the fault has a place
   */
  record Bad(String kind, String json, Set<String> rules, boolean placed) {}

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final Random random;
  private final double west;
  private final double south;
  /** Position of the middle and half the width, in degrees, of what is drawn next. */
  private double x;
  private double y;
  private double r;

  /** @param west south-western corner of 0.002 degrees where nothing is, in a territory */
  BadGeometries(long seed, double west, double south) {
    this.random = new Random(seed);
    this.west = west;
    this.south = south;
  }

  /** @param taken rings of plots that are there, as [x, y] each */
  List<Bad> make(int count, List<double[][]> taken, double[] border) {
    List<Supplier<Bad>> kinds = kinds(taken, border);
    List<Bad> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      r = 0.0002 + random.nextDouble() * 0.0006;
      x = west + r + random.nextDouble() * (0.002 - 2 * r);
      y = south + r + random.nextDouble() * (0.002 - 2 * r);
      all.add(kinds.get(n % kinds.size()).get());
    }
    return all;
  }

  private List<Supplier<Bad>> kinds(List<double[][]> taken, double[] border) {
    String crossed = "geometry-self-intersection";
    String invalid = "geometry-invalid";
    String unreadable = "geometry-unreadable";
    return List.of(
        () -> bad("a bow-tie", polygon(ring(corner(0), corner(2), corner(1), corner(3))), true, crossed),
        () -> bad("a random walk", polygon(walk()), true, crossed),
        () -> bad("a hole outside", polygon(square(1), moved(square(0.3), 4)), true, invalid),
        () -> bad("a hole across the border", polygon(square(1), moved(square(0.5), 1)), true, crossed),
        () -> bad("a hole in a hole", polygon(square(1), square(0.6), square(0.3)), true, invalid),
        () -> bad("a part in a part", multi(polygonRings(square(1)), polygonRings(square(0.5))), true, invalid, crossed),
        () -> bad("parts that overlap", multi(polygonRings(square(1)), polygonRings(moved(square(1), 0.5))), true, crossed),
        () -> bad("the same part twice", multi(polygonRings(square(1)), polygonRings(square(1))), true, crossed, invalid),
        () -> bad("a ring that touches itself", polygon(ring(corner(0), at(0, 0), corner(1), corner(2), at(0, 0), corner(3))), true, crossed),
        () -> bad("three positions", polygon(List.of(corner(0), corner(1), corner(0))), false, invalid, unreadable),
        () -> bad("two positions", polygon(List.of(corner(0), corner(0))), false, invalid, unreadable),
        () -> bad("a ring without an area", polygon(List.of(corner(0), corner(1), at(0.5, -1), corner(0))), false, invalid, crossed),
        () -> bad("a ring not closed", polygon(List.of(corner(0), corner(1), corner(2), corner(3))), true, "geometry-unclosed"),
        () -> bad("a hole not closed", polygon(square(1), square(0.5).subList(0, 4)), true, "geometry-unclosed"),
        () -> bad("axes exchanged", polygon(square(1).stream().map(p -> new double[] {p[1], p[0]}).toList()), true, "geometry-swapped-axes"),
        () -> bad("far away", polygon(shifted(40 + random.nextInt(90))), true, "geometry-outside-territory"),
        () -> bad("not on earth", polygon(shifted(360 + random.nextInt(90))), false, "geometry-outside-territory"),
        () -> bad("metres", polygon(square(1).stream().map(p -> new double[] {p[0] * 1e5, p[1] * 1e5}).toList()), false, "geometry-outside-territory"),
        () -> bad("across the border of the territory", polygon(ring(border, new double[] {border[0] + 0.02 + r, border[1]},
            new double[] {border[0], border[1] + 0.02 + r})), true, "geometry-outside-territory"),
        () -> bad("beyond the border of the territory", polygon(ring(new double[] {border[0] + 0.01, border[1]}, new double[] {border[0] + 0.01 + r, border[1]},
            new double[] {border[0] + 0.01, border[1] + r})), true, "geometry-outside-territory"),
        () -> bad("into another plot", polygon(over(taken.get(random.nextInt(taken.size())))), true, "geometry-overlaps"),
        () -> bad("a crumb", polygon(small(5e-6 + random.nextDouble() * 1e-5)), true, "geometry-area-too-small"),
        () -> bad("a spike", polygon(List.of(corner(0), corner(1), corner(2), at(0.0004, 1), at(0, 3 + random.nextDouble()), at(-0.0004, 1), corner(3), corner(0))),
            true, "geometry-spike"),
        () -> bad("a vertex twice", polygon(List.of(corner(0), corner(1), corner(1), corner(2), corner(3), corner(0))), true, "geometry-repeated-vertex"),
        () -> bad("too many vertices", polygon(circle(10_001 + random.nextInt(300))), true, "geometry-too-many-vertices"),
        () -> bad("a point", "{\"type\":\"Point\",\"coordinates\":" + text(corner(0)) + "}", true, "geometry-wrong-type"),
        () -> bad("a line", "{\"type\":\"LineString\",\"coordinates\":" + text(square(1)) + "}", true, "geometry-wrong-type"),
        () -> bad("a collection", "{\"type\":\"GeometryCollection\",\"geometries\":[" + polygon(square(1)) + "]}", true, "geometry-wrong-type"),
        () -> bad("points", "{\"type\":\"MultiPoint\",\"coordinates\":" + text(square(1)) + "}", true, "geometry-wrong-type"),
        () -> bad("no coordinates", "{\"type\":\"Polygon\",\"coordinates\":[]}", false, "geometry-empty"),
        () -> bad("an empty collection", "{\"type\":\"GeometryCollection\",\"geometries\":[]}", false, "geometry-empty"),
        () -> bad("an empty ring", "{\"type\":\"Polygon\",\"coordinates\":[[]]}", false, "geometry-empty", unreadable, invalid),
        () -> bad("not a number", polygon(square(1)).replaceFirst("[0-9.]+,", "NaN,"), false, "body-unreadable"),
        () -> bad("infinite", polygon(square(1)).replaceFirst("[0-9.]+,", "Infinity,"), false, "body-unreadable"),
        () -> bad("huge", polygon(square(1)).replaceAll("\\[\\[\\[[0-9.]+|(?<=,\\[)[0-9.]+(?=,[0-9.]+]]])", "$0e" + (300 + random.nextInt(200))), false,
            "geometry-outside-territory", "geometry-unclosed", unreadable),
        () -> bad("texts", polygon(square(1)).replaceAll("([0-9.]+),", "\"$1\","), false, unreadable),
        () -> bad("nulls", polygon(square(1)).replaceFirst("[0-9.]+,", "null,"), false, unreadable),
        () -> bad("one axis", polygon(square(1)).replaceAll(",[0-9.]+]", "]"), false, unreadable),
        () -> bad("too deep", "{\"type\":\"Polygon\",\"coordinates\":[" + text(List.of(square(1))) + "]}", false, unreadable),
        () -> bad("not deep enough", "{\"type\":\"Polygon\",\"coordinates\":" + text(square(1)) + "}", false, unreadable),
        () -> bad("another type", polygon(square(1)).replace("Polygon", List.of("polygon", "Circle", "", "Curve").get(random.nextInt(4))), false, unreadable),
        () -> bad("no type", polygon(square(1)).replace("\"type\":\"Polygon\",", ""), false, unreadable),
        () -> bad("no object", List.of("5", "\"POLYGON((0 0,1 0,1 1,0 0))\"", "[]", "true").get(random.nextInt(4)), false, unreadable),
        () -> bad("a bow-tie with heights", polygon(ring(corner(0), corner(2), corner(1), corner(3))).replaceAll("([0-9.]+)]", "$1,12.5]"), true, crossed),
        () -> bad("a bow-tie of four axes", polygon(ring(corner(0), corner(2), corner(1), corner(3))).replaceAll("([0-9.]+)]", "$1,12.5,7]"), true, crossed),
        () -> bad("a feature within", "{\"type\":\"Feature\",\"geometry\":" + polygon(square(1)) + ",\"properties\":{}}", false, unreadable, "feature-invalid"));
  }

  private static Bad bad(String kind, String json, boolean placed, String... rules) {
    return new Bad(kind, json, Set.of(rules), placed);
  }

  /** Of the square around the middle, turned by chance it is not: counterclockwise from south-west. */
  private double[] corner(int n) {
    return at(n == 0 || n == 3 ? -1 : 1, n < 2 ? -1 : 1);
  }

  private double[] at(double right, double up) {
    return new double[] {x + right * r, y + up * r};
  }

  private List<double[]> square(double part) {
    return ring(at(-part, -part), at(part, -part), at(part, part), at(-part, part));
  }

  private List<double[]> small(double degrees) {
    return ring(new double[] {x, y}, new double[] {x + degrees, y}, new double[] {x, y + degrees});
  }

  private List<double[]> moved(List<double[]> ring, double right) {
    return ring.stream().map(p -> new double[] {p[0] + right * r, p[1]}).toList();
  }

  private List<double[]> shifted(double degrees) {
    return square(1).stream().map(p -> new double[] {p[0] + degrees, p[1]}).toList();
  }

  private List<double[]> circle(int vertices) {
    return IntStream.rangeClosed(0, vertices - 1).mapToObj(n -> {
      double turn = 2 * Math.PI * (n % (vertices - 1)) / (vertices - 1);
      return at(Math.cos(turn), Math.sin(turn));
    }).toList();
  }

  /** Of which JTS says that it crosses itself. */
  private List<double[]> walk() {
    while (true) {
      List<double[]> ring = new ArrayList<>(IntStream.range(0, 5 + random.nextInt(20)).mapToObj(n -> at(random.nextDouble() * 2 - 1, random.nextDouble() * 2 - 1)).toList());
      ring.add(ring.get(0));
      if (!IsValidOp.isValid(SHAPES.createPolygon(ring.stream().map(p -> new Coordinate(p[0], p[1])).toArray(Coordinate[]::new)))) {
        return ring;
      }
    }
  }

  /** A square around a vertex of somebody else's plot. */
  private List<double[]> over(double[][] taken) {
    double[] vertex = taken[random.nextInt(taken.length)];
    x = vertex[0];
    y = vertex[1];
    return square(1);
  }

  private static List<double[]> ring(double[]... corners) {
    List<double[]> ring = new ArrayList<>(List.of(corners));
    ring.add(corners[0]);
    return ring;
  }

  @SafeVarargs
  private static String polygon(List<double[]>... rings) {
    return "{\"type\":\"Polygon\",\"coordinates\":" + polygonRings(rings) + "}";
  }

  @SafeVarargs
  private static String polygonRings(List<double[]>... rings) {
    return Arrays.stream(rings).map(BadGeometries::text).collect(Collectors.joining(",", "[", "]"));
  }

  private static String multi(String... polygons) {
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", polygons) + "]}";
  }

  private static String text(Object coordinates) {
    return coordinates instanceof double[] position ? String.format(Locale.ROOT, "[%.9f,%.9f]", position[0], position[1])
        : ((List<?>) coordinates).stream().map(BadGeometries::text).collect(Collectors.joining(",", "[", "]"));
  }

  static Map<String, Object> properties(String code) {
    return Map.of("code", code, "status", "available", "area_m2", 1000);
  }
}
