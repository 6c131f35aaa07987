package org.comparto.estate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.comparto.feature.FeatureRecord;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.MultiPolygon;

/** An industrial zone: the area that holds plots, its plan, manager and services; EPSG:4326 (lon, lat), null means not known. */
@Entity
@NullUnmarked
class IndustrialZone extends FeatureRecord {

  String zoneKind;
  String brand;
  String manager;
  String descriptionIt;
  String descriptionEn;

  // Areas and indices
  BigDecimal territorialAreaM2;

  // Urban planning
  String zoningCode;
  String planningInstrument;
  String implementationStatus;
  String apeaStatus;
  Integer acousticClass;

  // Utilities and services
  @Column(name = "broadband_mbit_s") BigDecimal broadbandMbitS;
  Boolean districtHeating;
  Boolean videoSurveillance;
  Integer truckParkingPlaces;

  // Activity
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> desiredVocation;
  String excellencesIt;
  String excellencesEn;

  // Welfare and sustainability
  Boolean canteen;
  Boolean childcare;

  // Project
  @JdbcTypeCode(SqlTypes.JSON) List<Map<String, Object>> works;

  // Contacts
  String website;
  String contact;

  @JdbcTypeCode(SqlTypes.JSON) List<Map<String, Object>> attachments;

  MultiPolygon geom;

  protected IndustrialZone() {}
}
