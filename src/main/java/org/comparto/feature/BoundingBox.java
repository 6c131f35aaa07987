package org.comparto.feature;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.comparto.problem.InvalidInputException;

/**
 * A box in degrees, EPSG:4326 with longitude first. West may lie above east: the box then crosses the antimeridian.
 */
public record BoundingBox(double west, double south, double east, double north) {

  public BoundingBox {
    requireWithin("west", west, 180);
    requireWithin("east", east, 180);
    requireWithin("south", south, 90);
    requireWithin("north", north, 90);
    if (south > north) {
      throw new InvalidInputException("bbox", "south " + south + " is above north " + north + "; the order is west,south,east,north");
    }
  }

  public boolean crossesAntimeridian() {
    return west > east;
  }

  /**
   * Reads {@code west,south,east,north}, or the six numbers of a box with heights, which are ignored.
   *
   * @throws InvalidInputException naming bbox
   */
  public static BoundingBox parse(String text) {
    double[] edges = corners(text);
    return new BoundingBox(edges[0], edges[1], edges[2], edges[3]);
  }

  /** The four numbers of two corners in the order they were given in, without heights. */
  static double[] corners(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw new InvalidInputException("bbox", "bbox has " + parts.length + " numbers; give west,south,east,north in degrees");
    }
    double[] numbers = Stream.of(parts).mapToDouble(BoundingBox::number).toArray();
    int upper = parts.length / 2;
    return DoubleStream.of(numbers[0], numbers[1], numbers[upper], numbers[upper + 1]).toArray();
  }

  private static double number(String text) {
    // Java would also take "1d", "0x1p3" and "NaN"
    if (!text.trim().matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
      throw new InvalidInputException("bbox", "bbox holds \"" + text + "\", which is not a number");
    }
    return Double.parseDouble(text.trim());
  }

  private static void requireWithin(String edge, double degrees, int limit) {
    if (!(Math.abs(degrees) <= limit)) {
      throw new InvalidInputException("bbox", edge + " is " + degrees + ", which is beyond ±" + limit
          + " degrees; the order is west,south,east,north (longitude before latitude)");
    }
  }
}
