package org.comparto.host;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.comparto.feature.FeatureRecord;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.Point;

/**
 * A place that is no firm and receives visitors, on the write side; EPSG:4326 (lon, lat), null means not known. What it offers to visitors is
 * described as a company's is: {@code included.visit} in gis-data/layers/_common.yaml.
 */
@Entity
@NullUnmarked
class VisitPlace extends FeatureRecord {

  @JdbcTypeCode(SqlTypes.ARRAY) List<String> consentedGroups = new ArrayList<>();
  String placeKind;
  String nameEn;
  String descriptionIt;
  String descriptionEn;
  String website;
  String address;
  String productionChain;

  // Visits
  String visitable;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> visitGroups;
  Integer visitMinPeople;
  Integer visitMaxPeople;
  Integer visitGroupsAtOnce;
  Integer visitMinutes;
  Integer visitMinutesMin;
  Integer visitMinutesMax;
  Integer visitSetupMinutes;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> visitLanguages;
  Integer visitMinAge;
  Boolean visitWheelchair;
  Boolean visitToilets;
  Boolean visitLunch;
  BigDecimal visitCost;
  String visitProtectiveGear;
  Integer visitLeadDays;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> visitThemes;
  String visitHours;
  String visitSeason;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> visitBlackout;
  String visitGate;
  Boolean coachParking;
  @Column(name = "coach_max_height_m") BigDecimal coachMaxHeightM;
  @Column(name = "coach_max_length_m") BigDecimal coachMaxLengthM;
  BigDecimal visitParkingLon;
  BigDecimal visitParkingLat;

  // Contacts
  String contactPerson;
  String phone;
  String email;

  Point geom;

  protected VisitPlace() {}
}
