package org.comparto.census;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.List;
import org.comparto.feature.FeatureRecord;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** What is written down of whoever receives visitors, a company or another place: {@code included.visit} in gis-data/layers/_common.yaml; null means not known. */
@MappedSuperclass
@NullUnmarked
public abstract class Visited extends FeatureRecord {

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
}
