package org.comparto.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that follows from fields of the plot, after the definitions of the plot sheet (DOMAIN 4.2): this is the one place
 * where its formula stands.
 *
 * @param name its words are web/locales/plot.*.json, {@code plot.derived.<name>} and {@code plot.formula.<name>}
 * @param inputs names of the attributes it is made of, in the order of the formula
 * @param value null where an input is not known
 */
record Derived(String name, String unit, List<String> inputs, @Nullable BigDecimal value) {

  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  /** A formula over the values of its inputs, all of them known. */
  private interface Formula {
    BigDecimal of(List<BigDecimal> values);
  }

  static List<Derived> of(PlotRecord plot) {
    boolean rent = "yearly_rent".equals(plot.text("price_basis"));
    return List.of(
        derive(plot, rent ? "total_rent" : "total_price", rent ? "€/anno" : "€", v -> product(v), "price_eur_m2", "area_m2"),
        derive(plot, "max_floor_area", "m²", v -> product(v), "floor_area_index_m2_m2", "area_m2"),
        derive(plot, "max_covered_area", "m²", v -> product(v).multiply(PERCENT), "coverage_percent", "area_m2"),
        derive(plot, "residual_floor_area", "m²", v -> v.get(0).multiply(v.get(1)).subtract(v.get(2)),
            "floor_area_index_m2_m2", "area_m2", "built_floor_area_m2"),
        derive(plot, "max_volume", "m³", v -> product(v), "density_index_m3_m2", "area_m2"),
        derive(plot, "min_permeable_area", "m²", v -> product(v).multiply(PERCENT), "permeability_percent", "area_m2"));
  }

  Optional<BigDecimal> known() {
    return Optional.ofNullable(value);
  }

  private static Derived derive(PlotRecord plot, String name, String unit, Formula formula, String... inputs) {
    List<BigDecimal> values = Arrays.stream(inputs).map(plot::number).toList();
    boolean known = values.stream().allMatch(v -> v != null);
    BigDecimal value = known ? formula.of(values).setScale(2, RoundingMode.HALF_UP) : null;
    return new Derived(name, unit, List.of(inputs), value);
  }

  private static BigDecimal product(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
  }
}
