package org.comparto.verdict;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** The area that is asked about, and the boxes in degrees that hold whatever lies so and so near to it. Longitude before latitude. */
final class Window {

  /** A degree of latitude is at least 110 574 m, one of longitude at least 111 319 m times the cosine of the latitude (WGS 84). */
  private static final double METRES_PER_LATITUDE = 110_574;
  private static final double METRES_PER_LONGITUDE = 111_319;
  /** The plane of the compute CRS stretches lengths by less than this anywhere in Italy. */
  private static final double MARGIN = 1.02;
  private static final double METRES_MORE = 1;
  private static final double EARTH_RADIUS = 6_371_000;

  private final Geometry lonLat;

  Window(Geometry lonLat) {
    this.lonLat = lonLat;
  }

  byte[] wkb() {
    return new WKBWriter().write(lonLat);
  }

  double middleLongitude() {
    Envelope box = lonLat.getEnvelopeInternal();
    return (box.getMinX() + box.getMaxX()) / 2;
  }

  /** West, south, east and north of all that is at most so many metres away. */
  Envelope grown(double metres) {
    Envelope box = new Envelope(lonLat.getEnvelopeInternal());
    double diagonal = Math.hypot(box.getHeight() * METRES_PER_LATITUDE, box.getWidth() * METRES_PER_LONGITUDE);
    double bulge = diagonal * diagonal / (8 * EARTH_RADIUS); // an edge is straight in the plane and so bent in degrees
    double reach = (metres + bulge) * MARGIN + METRES_MORE;
    double latitudes = reach / METRES_PER_LATITUDE;
    double farthest = Math.min(89, Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) + latitudes);
    box.expandBy(reach / (METRES_PER_LONGITUDE * Math.cos(Math.toRadians(farthest))), latitudes);
    return box;
  }
}
