package org.comparto.sheet;

import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A rectangle of paper and the ground it shows. The plane is a transverse Mercator projection of its own, centred on the middle
 * of the map: there a metre is a metre and up is north, and at 1:25,000 nothing on the sheet is off by a hundredth of a millimetre.
 * What a map on a screen is laid over is drawn in that map's own plane instead (EPSG:3857, true to scale in the middle).
 *
 * @param widthMm of the paper
 * @param scale the denominator
 * @param longitude of the middle, degrees
 * @param forScreen in the plane of maps on screens
 */
record MapFrame(double widthMm, double heightMm, int scale, double longitude, double latitude, boolean forScreen) {

  private static final double EARTH = 6_378_137;

  private static final double METRES_PER_DEGREE = 111_000;
  /** Of the ground beyond the frame, so that edges that cutting makes are out of sight. */
  private static final double MARGIN = 1.1;

  MapFrame(double widthMm, double heightMm, int scale, double longitude, double latitude) {
    this(widthMm, heightMm, scale, longitude, latitude, false);
  }

  /** The plane as PROJ writes it; metres east and north of the middle. */
  String plane() {
    double shrunk = Math.cos(Math.toRadians(latitude));
    return forScreen ? String.format(Locale.ROOT, "+proj=merc +a=%.0f +b=%.0f +lon_0=%.7f +x_0=0 +y_0=%.4f +k=%.12f +units=m +nadgrids=@null +wktext +no_defs",
        EARTH, EARTH, longitude, -shrunk * EARTH * mercator(latitude), shrunk) : String.format(Locale.ROOT, "+proj=tmerc +lat_0=%.7f +lon_0=%.7f +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs", latitude, longitude);
  }

  /** The box of degrees that the frame lies in, with a margin. */
  Map<String, Object> box() {
    double north = heightMm * scale / 2000 * MARGIN / METRES_PER_DEGREE;
    double east = widthMm * scale / 2000 * MARGIN / (METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude)));
    return Map.of("west", longitude - east, "south", latitude - north, "east", longitude + east, "north", latitude + north);
  }

  /** Of a frame for the screen, exactly: west, south, east, north in degrees. */
  Envelope ground() {
    double shrunk = EARTH * Math.cos(Math.toRadians(latitude));
    double east = Math.toDegrees(widthMm * scale / 2000 / shrunk);
    double up = heightMm * scale / 2000 / shrunk;
    return new Envelope(longitude - east, longitude + east, latitude(mercator(latitude) - up), latitude(mercator(latitude) + up));
  }

  private static double mercator(double latitude) {
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
  }

  private static double latitude(double mercator) {
    return Math.toDegrees(2 * Math.atan(Math.exp(mercator)) - Math.PI / 2);
  }

  /** From metres of the plane to millimetres of paper, from the upper left corner. */
  Geometry onPaper(Geometry plane) {
    double mm = 1000.0 / scale;
    return new AffineTransformation(mm, 0, widthMm / 2, 0, -mm, heightMm / 2).transform(plane);
  }

  Geometry paper() {
    return new GeometryFactory().toGeometry(new Envelope(0, widthMm, 0, heightMm));
  }
}
