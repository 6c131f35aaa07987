package org.comparto.energy;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.comparto.feature.FeatureRecord;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.MultiPolygon;

/** An area assessed or marked for renewable energy, with the rules its verdict rests on; EPSG:4326 (lon, lat), null means not known. */
@Entity
@NullUnmarked
class EnergyArea extends FeatureRecord {

  String descriptionIt;
  String descriptionEn;

  // Areas and indices
  BigDecimal areaM2;
  BigDecimal usableAreaM2;

  // Energy
  String technology;
  String eligibility;
  String markingStatus;
  BigDecimal powerKwp;
  BigDecimal yieldKwhYear;
  String primarySubstationCode;
  String communityName;

  // Constraints and incentives
  String ruleset;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> basis;
  String citation;
  LocalDate evaluatedOn;
  String verdictId;
  String reason;
  String act;

  // Contacts
  String contact;

  MultiPolygon geom;

  protected EnergyArea() {}
}
