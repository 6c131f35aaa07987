package org.comparto.potential;

import java.util.List;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * What a kWp brings in a year at some place, before any planning factor.
 *
 * @param perKwp kWh per kWp and year, of these modules with this loss
 * @param months the same by calendar month, January first
 * @param source whom the figure is from
 * @param database what it was computed with
 * @param date when
 * @param pvgis whether PVGIS has computed it; else it is a figure to be confirmed
 * @param warning code of what has to be said about it; null for nothing
 */
public record Yield(double perKwp, List<Double> months, Localized source, Localized database, String date, boolean pvgis, @Nullable String warning) {

  Yield warning(String code) {
    return new Yield(perKwp, months, source, database, date, pvgis, code);
  }
}
