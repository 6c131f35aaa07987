package org.comparto.territory;

import jakarta.persistence.Entity;
import org.comparto.feature.FeatureRecord;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.Geometry;

/** A municipality by its ISTAT code: a point at its seat, or its boundary once the official one is loaded; EPSG:4326 (lon, lat). */
@Entity
@NullUnmarked
class Municipality extends FeatureRecord {

  String cadastralCode;
  String provinceCode;
  String provinceName;

  // Size
  Integer population;
  Integer populationYear;

  Geometry geom;

  protected Municipality() {}
}
