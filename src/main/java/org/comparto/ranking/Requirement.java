package org.comparto.ranking;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a brief asks of a plot.
 *
 * @param field what the brief calls it
 * @param bound of a quantity or a day (from 1970-01-01); 1 for a wanted yes, 0 for a wanted no; 0 where a code is asked for
 * @param code the code asked for; null for none
 */
record Requirement(String field, Attribute attribute, Kind kind, double bound, @Nullable String code) {

  /** How a value meets it. */
  enum Kind {
    @JsonProperty("atLeast") AT_LEAST,
    @JsonProperty("atMost") AT_MOST,
    @JsonProperty("contains") CONTAINS,
    @JsonProperty("is") IS
  }

  private static final double MOST = 1e12;
  /** What a day too late weighs against quantities: a year is as bad as missing all. */
  private static final double DAYS = 365;

  /** Whether it is met by a number; never by what is not known (NaN). */
  boolean isMetBy(double value) {
    return kind == Kind.AT_LEAST ? value >= bound : kind == Kind.AT_MOST ? value <= bound : value == bound;
  }

  /** How much is missing, or too much, in the unit of the attribute or in days; NaN where there is no amount. */
  double gap(double value) {
    return kind == Kind.AT_LEAST ? bound - value : kind == Kind.AT_MOST ? value - bound : Double.NaN;
  }

  /** The gap as a share of what is asked for, of a year for days; 1 where there is no amount. */
  double share(double value) {
    double gap = gap(value);
    double whole = attribute.type() == AttributeType.DATE ? DAYS : Math.abs(bound);
    return Double.isNaN(gap) || whole == 0 ? 1 : gap / whole;
  }

  boolean isAboutCodes() {
    return code != null;
  }

  /** The same as a CQL2 text. */
  String filter() {
    String name = attribute.name();
    return switch (kind) {
      case AT_LEAST -> name + " >= " + plain();
      case AT_MOST -> name + " <= " + plain();
      case CONTAINS -> "A_CONTAINS(" + name + ", ('" + code + "'))";
      case IS -> code != null ? name + " = '" + code + "'" : name + " = " + (bound == 1 ? "TRUE" : "FALSE");
    };
  }

  private String plain() {
    if (attribute.type() == AttributeType.DATE) {
      return "DATE('" + LocalDate.ofEpochDay((long) bound) + "')";
    }
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.format(Locale.ROOT, "%s", bound);
  }

  /** What a brief asks for, in the order of its fields. */
  static List<Requirement> of(Brief brief, Layer layer) {
    Collection all = new Collection(layer, new ArrayList<>());
    all.quantity("areaFromM2", "area_m2", Kind.AT_LEAST, brief.areaFromM2());
    all.quantity("areaToM2", "area_m2", Kind.AT_MOST, brief.areaToM2());
    all.code("ateco", "permitted_ateco", Kind.CONTAINS, brief.division(), false);
    all.code("permittedActivity", "permitted_activities", Kind.CONTAINS, brief.permittedActivity(), true);
    all.quantity("floorAreaM2", "max_floor_area_m2", Kind.AT_LEAST, brief.floorAreaM2());
    all.quantity("heightM", "max_height_m", Kind.AT_LEAST, brief.heightM());
    all.quantity("powerKw", "electricity_kw", Kind.AT_LEAST, brief.powerKw());
    all.quantity("waterLs", "water_l_s", Kind.AT_LEAST, brief.waterLs());
    all.quantity("gasM3H", "gas_m3_h", Kind.AT_LEAST, brief.gasM3H());
    all.quantity("fibreMbitS", "fibre_mbit_s", Kind.AT_LEAST, brief.fibreMbitS());
    all.add("latest", "available_from", Kind.AT_MOST, brief.latest() == null ? null : (double) brief.latest().toEpochDay(), null);
    all.code("offerType", "offer_type", Kind.IS, brief.offerType(), true);
    all.quantity("priceEurM2", "price_eur_m2", Kind.AT_MOST, brief.priceEurM2());
    all.quantity("budgetEur", "price_eur", Kind.AT_MOST, brief.budgetEur());
    all.truth("railSiding", "rail_siding", brief.railSiding());
    all.truth("inLogisticsZone", "in_logistics_zone", brief.inLogisticsZone());
    all.truth("inAidArea", "in_aid_area", brief.inAidArea());
    all.quantity("truckMinTollGate", "truck_min_toll_gate", Kind.AT_MOST, brief.truckMinTollGate());
    all.quantity("truckMinRailTerminal", "truck_min_rail_terminal", Kind.AT_MOST, brief.truckMinRailTerminal());
    all.quantity("truckMinPort", "truck_min_port", Kind.AT_MOST, brief.truckMinPort());
    all.quantity("truckMinAirport", "truck_min_airport", Kind.AT_MOST, brief.truckMinAirport());
    all.quantity("truckMinStation", "truck_min_station", Kind.AT_MOST, brief.truckMinStation());
    return all.found;
  }

  /** Requirements as they are gathered, each held against the descriptor. */
  private record Collection(Layer layer, List<Requirement> found) {

    void quantity(String field, String attribute, Kind kind, @Nullable Double bound) {
      if (bound != null && !(bound >= 0 && bound <= MOST)) {
        throw new InvalidInputException("needs." + field, "needs." + field + " is " + bound + "; it must be a number of at least 0");
      }
      add(field, attribute, kind, bound, null);
    }

    void truth(String field, String attribute, @Nullable Boolean wanted) {
      add(field, attribute, Kind.IS, wanted == null ? null : wanted ? 1.0 : 0.0, null);
    }

    void code(String field, String attribute, Kind kind, @Nullable String code, boolean listed) {
      if (code != null && listed) {
        List<String> known = layer.codes().get(attribute(field, attribute).codes()).stream().map(Layer.Code::value).toList();
        if (!known.contains(code)) {
          throw new InvalidInputException("needs." + field, "needs." + field + " must be one of " + String.join(", ", known));
        }
      }
      add(field, attribute, kind, code == null ? null : 0.0, code);
    }

    void add(String field, String attribute, Kind kind, @Nullable Double bound, @Nullable String code) {
      if (bound != null) {
        found.add(new Requirement(field, attribute(field, attribute), kind, bound, code));
      }
    }

    private Attribute attribute(String field, String attribute) {
      return layer.findAttribute(attribute).orElseThrow(() -> new InvalidInputException("needs." + field,
          "plots of this installation have no " + attribute + "; leave needs." + field + " out"));
    }
  }
}
