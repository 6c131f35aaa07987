package org.comparto.census;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.Point;

/**
 * A company and the groups of its fields that it lets us publish; EPSG:4326 (lon, lat), null means not known.
 * Consent changes through {@link #state}, which also keeps the evidence; where a file states it, the database does both.
 */
@Entity
@NullUnmarked
class Company extends Visited {

  private static final Set<String> GROUPS = Set.copyOf(Consents.GROUPS);

  @JdbcTypeCode(SqlTypes.ARRAY) private List<String> consentedGroups = new ArrayList<>();

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "company_id", nullable = false, updatable = false)
  private List<CompanyConsent> consents = new ArrayList<>();

  // What a file says of consent; the database gives or withdraws by it
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> statedConsents;
  String consentStatedBy;
  LocalDate consentStatedOn;

  String taxCode;
  String vatNumber;
  String reaCode;
  String unitKind;
  Long headquartersId;
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
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> mainSuppliers;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> mainClients;

  // Size
  Integer employees;
  Integer employeesFemale;
  Integer employeesMale;
  Integer apprentices;
  Integer employeesYear;
  String sizeClass;
  String turnoverClass;
  BigDecimal exportPercent;

  // Innovation
  Integer trademarks;
  Integer patents;
  @JdbcTypeCode(SqlTypes.JSON) List<Map<String, Object>> patentList;
  Boolean research;
  String innovationStatus;
  LocalDate innovationSince;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> innovationConditions;
  Boolean registeredSoftware;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> educationLinks;

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

  Point geom;

  protected Company() {}

  List<String> consentedGroups() {
    return List.copyOf(consentedGroups);
  }

  /**
   * Lets the public see a group of fields, or hides it again from this transaction on.
   *
   * @throws IllegalArgumentException when no such group exists
   */
  void state(Statement statement) {
    if (!GROUPS.contains(statement.group())) {
      throw new IllegalArgumentException("No consent group " + statement.group() + "; there are " + GROUPS);
    }
    consents.add(new CompanyConsent(statement));
    consentedGroups.remove(statement.group());
    if (statement.granted()) {
      consentedGroups.add(statement.group());
    }
  }
}
