package org.comparto.energy;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import org.comparto.feature.FeatureRecord;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.MultiPolygon;

/** The area under one primary substation, coded AC…: the perimeter of shared energy; EPSG:4326 (lon, lat), null means not known. */
@Entity
@NullUnmarked
class PrimarySubstationArea extends FeatureRecord {

  String substationName;
  String distributor;

  // Energy
  String hostingClass;
  LocalDate hostingOn;

  MultiPolygon geom;

  protected PrimarySubstationArea() {}
}
