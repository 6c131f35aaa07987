package org.comparto.estate;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comparto.feature.FeatureRecord;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A plot on offer or taken: market, planning indices, cadastre and utilities.
 * The unit of a quantity is the end of its name, the geometry is in EPSG:4326 (lon, lat), null means not known.
 */
@Entity
@NullUnmarked
class Plot extends FeatureRecord {

  Long zoneId;
  String address;
  String landHistory;
  String descriptionIt;
  String descriptionEn;

  // Market
  String status;
  LocalDate availableFrom;
  String offerType;
  BigDecimal priceEurM2;
  String priceBasis;
  LocalDate priceOn;
  String priceVatNote;
  String ownerType;
  String ownerName;
  String ownerContact;
  Boolean divisible;
  String urbanisationStatus;
  BigDecimal urbanisationChargesEurM2;

  // Areas and indices
  BigDecimal areaM2;
  BigDecimal territorialAreaM2;
  BigDecimal floorAreaIndexM2M2;
  BigDecimal territorialFloorAreaIndexM2M2;
  BigDecimal densityIndexM3M2;
  BigDecimal territorialDensityIndexM3M2;
  String indexLocalLabel;
  BigDecimal coveragePercent;
  BigDecimal permeabilityPercent;
  @Column(name = "max_height_m") BigDecimal maxHeightM;
  BigDecimal maxBuildableM2;
  BigDecimal builtFloorAreaM2;

  // Urban planning
  String zoningCode;
  String planningInstrument;
  String planningAct;
  String planningArticle;
  String implementationStatus;
  String apeaStatus;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> permittedActivities;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> permittedAteco;
  Integer acousticClass;
  String remediationStatus;

  // Cadastre
  String cadastralCode;
  String cadastralSection;
  String cadastralSheet;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> cadastralParcels;
  BigDecimal cadastralAreaM2;

  // Utilities and services
  /** Capacity in kW. */
  @EmbeddedColumnNaming("electricity_%s")
  @AttributeOverride(name = "capacity", column = @Column(name = "kw"))
  Utility electricity;
  /** Capacity in kV. */
  @EmbeddedColumnNaming("high_voltage_%s")
  @AttributeOverride(name = "capacity", column = @Column(name = "kv"))
  Utility highVoltage;
  /** Capacity in m³/h. */
  @EmbeddedColumnNaming("gas_%s")
  @AttributeOverride(name = "capacity", column = @Column(name = "m3_h"))
  Utility gas;
  /** Capacity in l/s. */
  @EmbeddedColumnNaming("water_%s")
  @AttributeOverride(name = "capacity", column = @Column(name = "l_s"))
  Utility water;
  /** Capacity in l/s. */
  @EmbeddedColumnNaming("sewer_%s")
  @AttributeOverride(name = "capacity", column = @Column(name = "l_s"))
  Utility sewer;
  /** Capacity in Mbit/s. */
  @EmbeddedColumnNaming("fibre_%s")
  @AttributeOverride(name = "capacity", column = @Column(name = "mbit_s"))
  Utility fibre;
  Boolean districtHeatingPresent;
  Boolean railSiding;
  Boolean quay;
  String primarySubstationCode;

  // Constraints and incentives
  @JdbcTypeCode(SqlTypes.JSON) List<Map<String, Object>> incentives;
  @JdbcTypeCode(SqlTypes.JSON) List<Map<String, Object>> statedConstraints;

  // Contacts
  String contact;

  // Record and source
  @JdbcTypeCode(SqlTypes.JSON) List<Map<String, Object>> attachments;
  String deskNotes;

  MultiPolygon geom;

  protected Plot() {}

  Plot(String code, String territoryCode, MultiPolygon geom) {
    super(code, territoryCode);
    this.geom = geom;
  }
}
