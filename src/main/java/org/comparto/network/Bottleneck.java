package org.comparto.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comparto.feature.FeatureRecord;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.Geometry;

/**
 * What limits goods, people, energy or data at a place or along a stretch.
 * The unit of a quantity is the end of its name, the geometry is in EPSG:4326 (lon, lat), null means not known.
 */
@Entity
@NullUnmarked
class Bottleneck extends FeatureRecord {

  String bottleneckType;
  String transportMode;
  Integer severity;
  Integer priorityLevel;
  String owner;
  String descriptionIt;
  String descriptionEn;

  // Limits
  @Column(name = "max_height_m") BigDecimal maxHeightM;
  @Column(name = "max_width_m") BigDecimal maxWidthM;
  @Column(name = "max_length_m") BigDecimal maxLengthM;
  @Column(name = "max_mass_t") BigDecimal maxMassT;
  @Column(name = "max_axle_load_t") BigDecimal maxAxleLoadT;
  Boolean oneWay;
  BigDecimal delayMin;
  BigDecimal speedFactor;
  String activeHours;
  String attentionClass;
  @Column(name = "span_m") BigDecimal spanM;
  Integer vehiclesPerDay;
  BigDecimal heavySharePercent;
  BigDecimal volumeCapacityRatio;
  String lineName;
  BigDecimal lineKm;
  Integer trainsPerDay;
  @Column(name = "closed_min_per_h") BigDecimal closedMinPerH;
  Boolean singleTrack;
  Boolean electrified;
  String axleLoadCategory;
  String gaugeCode;
  @Column(name = "train_length_m") BigDecimal trainLengthM;
  BigDecimal capacityUsePercent;
  String cemtClass;
  @Column(name = "min_draught_m") BigDecimal minDraughtM;
  Integer navigableDaysYear;
  @Column(name = "air_draught_m") BigDecimal airDraughtM;
  String lockSize;
  String hostingClass;
  String broadbandClass;

  // Project
  String status;
  String project;
  String cupCode;
  BigDecimal costEur;
  BigDecimal fundedEur;
  LocalDate worksUntil;

  // Contacts
  String reporterContact;

  // Record and source
  @JdbcTypeCode(SqlTypes.JSON) List<Map<String, Object>> attachments;

  Geometry geom;

  protected Bottleneck() {}
}
