package org.comparto.potential;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a surface can bear and bring.
 *
 * @param areaM2 as given, or measured in {@code computeCrs}; null where it was given
 * @param kwhYear of the default power, with the planning factor
 * @param months kWh of the same, January first
 */
record PotentialAnswer(double areaM2, @Nullable String computeCrs, double usableM2, @JsonProperty("case") PvCase pvCase, Range kwp,
    double kwhYear, Range kwhYearRange,
    List<Double> months, String formula, List<Parameter> parameters, OfYield yield, List<Warning> warnings) {

  record Range(double low, @JsonProperty("default") double byDefault, double high) {}

  /** @param perKwp kWh per kWp and year before the planning factor */
  record OfYield(String source, String database, String date, double perKwp, boolean pvgis) {}

  record Warning(String code, String text) {}
}
