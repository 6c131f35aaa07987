package org.comparto.potential;

/**
 * Modules at a place and how they look at the sky.
 *
 * @param lon longitude in degrees, EPSG:4326
 * @param tilt degrees from the horizontal, 0 to 90
 * @param azimuth degrees from south as PVGIS counts them: −90 east, 0 south, 90 west
 * @param tracking on a horizontal axis north–south that follows the sun; tilt and azimuth are then of no matter
 */
public record Panel(double lon, double lat, double tilt, double azimuth, boolean tracking) {

  /** What yields of tables are given for: 35° to the south. */
  static final double BEST_TILT = 35;

  Panel best() {
    return new Panel(lon, lat, BEST_TILT, 0, false);
  }
}
