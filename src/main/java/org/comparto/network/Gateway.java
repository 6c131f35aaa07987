package org.comparto.network;

import jakarta.persistence.Entity;
import org.comparto.feature.FeatureRecord;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.Point;

/** A toll gate, terminal, port, airport or station that access times are measured to; EPSG:4326 (lon, lat), null means not known. */
@Entity
@NullUnmarked
class Gateway extends FeatureRecord {

  String gatewayKind;
  String road;
  String operator;
  String iataCode;
  String unLocode;

  // Activity
  String openingHours;

  // Contacts
  String website;

  Point geom;

  protected Gateway() {}
}
