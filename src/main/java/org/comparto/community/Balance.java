package org.comparto.community;

import java.util.List;
import java.util.Map;
import org.comparto.potential.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a community does in a year. Totals count plants and members that take part; {@code exclusions} says who does not.
 *
 * @param mode hourly, or rough: then there are no months and no areas
 * @param hourly null unless asked for
 */
record Balance(int year, int hours, String mode, String tariff, Totals totals, List<Totals> months, List<AreaTotals> areas, List<PlantTotals> plants,
    List<Incentive> incentives, Economics economics, List<Exclusion> exclusions, List<Warning> warnings, List<String> assumptions, @Nullable Hourly hourly) {

  /** @param sharedShare of what is injected; null where nothing is */
  record Totals(double productionKwh, double selfConsumedKwh, double injectedKwh, double withdrawnKwh, double sharedKwh, @Nullable Double sharedShare) {

    static Totals of(double production, double self, double injected, double withdrawn, double shared) {
      return new Totals(production, self, injected, withdrawn, shared, injected > 0 ? shared / injected : null);
    }
  }

  record AreaTotals(String substation, double productionKwh, double selfConsumedKwh, double injectedKwh, double withdrawnKwh, double sharedKwh,
      @Nullable Double sharedShare) {}

  /** @param role incentivised, contribution_only or out @param yield where its energy comes from */
  record PlantTotals(String id, String name, Eligibility.Role role, String substation, double kw, double productionKwh, double selfConsumedKwh, double injectedKwh,
      double sharedKwh, double tipEur, @Nullable Double meanTipEurPerMwh, String yield) {}

  /** @param partOf id of the line that holds this one already; null for one that counts */
  record Incentive(String id, String title, double eur, double kwh, @Nullable String partOf, String formula, List<Parameter> parameters, String citation) {}

  /** @param paybackYears null where there is no income to pay back from @param formulas of each figure, by its name */
  record Economics(double areaM2, double powerKw, double investmentEur, double grantEur, double incomeEur, double operationEur,
      @Nullable Double paybackYears, double co2Kg,
      Map<String, String> formulas, List<Parameter> parameters) {}

  /** @param code of the reason */
  record Exclusion(String id, String code, String reason, String citation) {}

  record Warning(String code, String text) {}

  /** Sums of the community by hour of the year in Rome; {@code begin} is the instant of the first, UTC. */
  record Hourly(String begin, double[] productionKwh, double[] selfConsumedKwh, double[] injectedKwh, double[] withdrawnKwh, double[] sharedKwh) {}
}
