package org.comparto.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.geom.CoordinateSequence;

/**
 * Metres around a centre: an equirectangular plane, x turned anticlockwise from east by {@code turn} degrees.
 * Good to a few centimetres over the kilometre or two of a zone; degrees come out as longitude, latitude (WGS84), 7 decimals.
 */
record LocalFrame(double longitude, double latitude, double turn) {

  static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(1e7), 4326);
  static final GeometryFactory METRES = new GeometryFactory(new PrecisionModel(1000));

  Coordinate toDegrees(double x, double y) {
    double angle = Math.toRadians(turn);
    double east = x * Math.cos(angle) - y * Math.sin(angle);
    double north = x * Math.sin(angle) + y * Math.cos(angle);
    return new Coordinate(round(longitude + east / metresPerLongitude()), round(latitude + north / metresPerLatitude()));
  }

  Coordinate toMetres(Coordinate degrees) {
    double angle = Math.toRadians(turn);
    double east = (degrees.x - longitude) * metresPerLongitude();
    double north = (degrees.y - latitude) * metresPerLatitude();
    return new Coordinate(east * Math.cos(angle) + north * Math.sin(angle), north * Math.cos(angle) - east * Math.sin(angle));
  }

  Geometry toDegrees(Geometry metres) {
    return transformed(metres, DEGREES, c -> toDegrees(c.x, c.y));
  }

  Geometry toMetres(Geometry degrees) {
    return transformed(degrees, METRES, this::toMetres);
  }

  /** The frame at the middle of a geometry in degrees, not turned. */
  static LocalFrame around(Geometry degrees) {
    Coordinate centre = degrees.getEnvelopeInternal().centre();
    return new LocalFrame(centre.x, centre.y, 0);
  }

  static double round(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }

  static Polygon ring(List<Coordinate> corners, GeometryFactory factory) {
    List<Coordinate> closed = new ArrayList<>(corners);
    closed.add(corners.get(0).copy());
    return factory.createPolygon(closed.toArray(Coordinate[]::new));
  }

  // series of the WGS84 ellipsoid: a sphere would make areas 0.3 % too small here
  private double metresPerLongitude() {
    double phi = Math.toRadians(latitude);
    return 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);
  }

  private double metresPerLatitude() {
    double phi = Math.toRadians(latitude);
    return 111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
  }

  private interface Move {
    Coordinate apply(Coordinate from);
  }

  private static Geometry transformed(Geometry geometry, GeometryFactory factory, Move move) {
    Geometry moved = new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence coordinates, Geometry parent) {
        Coordinate[] result = new Coordinate[coordinates.size()];
        for (int i = 0; i < result.length; i++) {
          result[i] = move.apply(coordinates.getCoordinate(i));
        }
        return factory.getCoordinateSequenceFactory().create(result);
      }
    }.transform(geometry);
    return factory.createGeometry(moved);
  }
}
