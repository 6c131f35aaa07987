package org.comparto.access;

import java.util.List;

/**
 * A published gateway.
 *
 * @param kind one of {@link #KINDS}
 * @param longitude in degrees, EPSG:4326, as latitude
 */
record Gateway(long id, String kind, double longitude, double latitude) {

  /** In the order of the lists that the database keeps (access_kinds, migration V0028). */
  static final List<String> KINDS = List.of("toll_gate", "rail_terminal", "intermodal_terminal", "sea_port", "river_port", "airport", "station");
}
