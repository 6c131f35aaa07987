package org.comparto.estate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.List;
import org.comparto.feature.FeatureRecord;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.MultiPolygon;

/** A simplified logistics zone (ZLS), interport, river port or terminal; EPSG:4326 (lon, lat), null means not known. */
@Entity
@NullUnmarked
class LogisticsZone extends FeatureRecord {

  String logisticsKind;
  String zlsName;
  String operator;
  String descriptionIt;
  String descriptionEn;

  // Areas and indices
  BigDecimal areaM2;

  // Urban planning
  String act;
  String annex;
  Boolean inPortArea;

  // Cadastre
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> cadastralReferences;

  // Utilities and services
  Boolean railConnected;
  @Column(name = "quay_length_m") BigDecimal quayLengthM;
  @Column(name = "min_draught_m") BigDecimal minDraughtM;

  // Constraints and incentives
  @Column(name = "regional_aid_107_3_c") Boolean regionalAid1073C;
  Boolean customsFreeZone;

  // Contacts
  String website;
  String contact;

  MultiPolygon geom;

  protected LogisticsZone() {}
}
