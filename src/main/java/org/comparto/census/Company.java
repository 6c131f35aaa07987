package org.comparto.census;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comparto.feature.FeatureRecord;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.Point;

/**
 * A company and the groups of its fields that it lets us publish; EPSG:4326 (lon, lat), null means not known.
 * Consent changes only through {@link #grantConsent} and {@link #withdrawConsent}, which also keep the evidence.
 */
@Entity
@NullUnmarked
class Company extends FeatureRecord {

  private static final Set<String> GROUPS =
      Set.of("identity", "activity", "size", "innovation", "certification", "welfare", "energy", "visit", "contact");

  @JdbcTypeCode(SqlTypes.ARRAY) private List<String> consentedGroups = new ArrayList<>();

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "company_id", nullable = false, updatable = false)
  private List<CompanyConsent> consents = new ArrayList<>();

  String taxCode;
  String vatNumber;
  String reaCode;
  String unitKind;
  String legalForm;
  Boolean soleTrader;
  Integer foundedYear;
  String website;
  String address;
  Long zoneId;
  @JdbcTypeCode(SqlTypes.ARRAY) List<Long> plotIds;
  String geocodingQuality;

  // Activity
  String atecoCode;
  String atecoVersion;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> atecoSecondary;
  String productionChain;
  String chainRole;
  String productsIt;
  String productsEn;

  // Size
  Integer employees;
  Integer employeesFemale;
  Integer apprentices;
  Integer employeesYear;
  String sizeClass;
  String turnoverClass;
  BigDecimal exportPercent;

  // Innovation
  Integer trademarks;
  Integer patents;
  Boolean research;
  String innovationStatus;
  LocalDate innovationSince;

  // Certifications
  @JdbcTypeCode(SqlTypes.JSON) List<Map<String, Object>> certifications;

  // Welfare and sustainability
  Boolean welfarePlan;
  Boolean childcare;
  Boolean canteen;
  Boolean mobilityManager;
  Boolean sustainabilityReport;

  // Energy
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> pods;
  BigDecimal contractPowerKw;
  BigDecimal consumptionKwhYear;
  BigDecimal roofM2;
  BigDecimal pvKwp;
  Integer evChargers;
  Boolean communityInterest;

  // Visits
  String visitable;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> visitGroups;
  Integer visitMinPeople;
  Integer visitMaxPeople;
  Integer visitMinutes;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> visitLanguages;
  Integer visitMinAge;
  Boolean visitWheelchair;
  String visitProtectiveGear;
  Integer visitLeadDays;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> visitThemes;
  String visitHours;
  Boolean coachParking;
  @Column(name = "coach_max_height_m") BigDecimal coachMaxHeightM;
  @Column(name = "coach_max_length_m") BigDecimal coachMaxLengthM;

  // Contacts
  String contactPerson;
  String phone;
  String email;

  Point geom;

  protected Company() {}

  List<String> consentedGroups() {
    return List.copyOf(consentedGroups);
  }

  /**
   * Lets the public see a group of fields.
   *
   * @param by the person who states the consent of the company
   * @throws IllegalArgumentException when no such group exists
   */
  void grantConsent(String group, String by, LocalDate on) {
    state(group, true, by, on);
    if (!consentedGroups.contains(group)) consentedGroups.add(group);
  }

  /** Hides a group of fields again, from this transaction on; {@code by} and the exception as in {@link #grantConsent}. */
  void withdrawConsent(String group, String by, LocalDate on) {
    state(group, false, by, on);
    consentedGroups.remove(group);
  }

  private void state(String group, boolean granted, String by, LocalDate on) {
    if (!GROUPS.contains(group)) throw new IllegalArgumentException("No consent group " + group + "; there are " + GROUPS);
    consents.add(new CompanyConsent(group, granted, by, on));
  }
}
