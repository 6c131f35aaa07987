package org.comparto.territory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.comparto.feature.FeatureRecord;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.MultiPolygon;

/** A territory that this installation serves; its own code is also its territory code, its outline is in EPSG:4326 (lon, lat). */
@Entity
@NullUnmarked
class Territory extends FeatureRecord {

  String region;
  @Column(name = "iso_3166_2") String iso31662;
  String descriptionIt;
  String descriptionEn;

  // Contacts
  String contact;

  MultiPolygon geom;

  protected Territory() {}
}
