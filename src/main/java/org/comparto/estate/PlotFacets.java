package org.comparto.estate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.columns.Facet;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/** The attributes that investors narrow a search by, and their facets as the answer has them. */
final class PlotFacets {

  /** Beside the descriptor's own filters: EXPECTATIONS 1, as far as plots say it. */
  private static final List<String> FURTHER = List.of("municipality_code", "territory_code", "zone_id", "price_eur", "offer_type", "urbanisation_status",
      "apea_status", "permitted_activities", "permitted_ateco", "remediation_status", "divisible", "floor_area_index_m2_m2", "coverage_percent",
      "max_height_m", "max_floor_area_m2", "max_covered_area_m2", "residual_floor_area_m2", "electricity_present", "electricity_kw", "water_present",
      "water_l_s", "sewer_present", "sewer_l_s", "gas_present", "gas_m3_h", "fibre_mbit_s", "fibre_present",
      "rail_siding", "quay", "in_logistics_zone", "in_aid_area", "substation_code", "cer_ready", "truck_min_toll_gate", "truck_min_rail_terminal", "truck_min_port",
      "truck_min_airport", "truck_min_station", "car_min_toll_gate", "car_min_rail_terminal", "car_min_port", "car_min_airport", "car_min_station");
  private static final int MOST_VALUES = 200;

  /**
   * How the plots found are spread over an attribute's values, its own condition left out.
   *
   * @param kind values or range
   * @param values each value there is with its count, the most frequent first, at most 200
   * @param min the smallest number or ISO date; null if none is known
   * @param unknown plots of which it is not known
   */
  record Answer(String attribute, String title, @Nullable String unit, String kind, List<Value> values, @Nullable Object min, @Nullable Object max,
      long unknown) {}

  /** One value. */
  record Value(Object value, String title, long count) {}

  private PlotFacets() {}

  static List<Attribute> attributes(Layer layer) {
    return Stream.concat(layer.filters().stream(), FURTHER.stream()).distinct()
        .flatMap(name -> layer.findAttribute(name).stream()).filter(Attribute::isPublic).toList();
  }

  static Answer answer(Layer layer, Attribute attribute, Facet facet, FacetNames names, String language) {
    boolean range = facet.values().isEmpty() && isRange(attribute);
    List<Facet.Value> first = facet.values().stream().limit(MOST_VALUES).toList();
    Map<Object, String> named = names.of(attribute, first);
    return new Answer(attribute.name(), attribute.title().in(language), attribute.unit(), range ? "range" : "values",
        first.stream().map(v -> new Value(v.value(), named.getOrDefault(v.value(), title(layer, attribute, v.value(), language)), v.count())).toList(),
        bound(attribute, facet.min()), bound(attribute, facet.max()), facet.unknown());
  }

  private static boolean isRange(Attribute attribute) {
    return !attribute.refersById() && switch (attribute.type()) {
      case NUMBER, INTEGER, DATE, DATETIME -> true;
      case TEXT, TEXT_LIST, BOOLEAN, JSON -> false;
    };
  }

  private static @Nullable Object bound(Attribute attribute, @Nullable Double value) {
    if (value == null || value.isInfinite()) {
      return null;
    }
    return attribute.type() == AttributeType.DATE ? LocalDate.ofEpochDay(value.longValue())
        : attribute.type() == AttributeType.DATETIME ? Instant.EPOCH.plus(value.longValue(), ChronoUnit.MICROS)
        : value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) value.longValue() : value;
  }

  private static String title(Layer layer, Attribute attribute, Object value, String language) {
    if (value instanceof Boolean yes) {
      return language.equals("en") ? yes ? "yes" : "no" : yes ? "sì" : "no";
    }
    return attribute.codes() == null ? value.toString() : layer.codes().get(attribute.codes()).stream()
        .filter(code -> code.value().equals(value)).map(code -> code.title().in(language)).findFirst().orElse(value.toString());
  }
}
