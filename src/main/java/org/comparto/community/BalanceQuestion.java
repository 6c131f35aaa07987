package org.comparto.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A community as it is asked about and kept; {@link Community} is what it means.
 *
 * @param region decides on K_geo; the territory's where it is left out
 * @param mode hourly, or rough: α·P·H without hours
 * @param established when the community was set up: plants in service before it count as older ones
 * @param loads kWh of each hour or each quarter of the calendar year in Rome by member id, in the place of what the member itself carries
 * @param builder what the page keeps beside it; nothing here reads it
 */
record BalanceQuestion(@Nullable Integer year, @Nullable String mode, @Nullable String territory, @Nullable String region, @Nullable LocalDate established,
    @Nullable List<Plant> plants, @Nullable List<Member> members, @Nullable Prices prices, @Nullable Map<String, double[]> loads,
    @Nullable Map<String, Double> parameters, @Nullable Boolean hourlyTotals, @Nullable JsonNode builder) {

  /**
   * One plant.
   *
   * @param yield kWh per kW and year, without planning factor: it is taken as it is
   * @param monthly twelve sums in kWh
   * @param hourly kWh of each hour
   * @param hourlyTime local: hours of the calendar year in Rome; utc: hours of the UTC year, as PVGIS has them
   * @param member whose meter it stands behind; null for a meter of its own
   * @param grantShare of the eligible cost that a capital grant pays
   * @param existing in service before the community was set up
   * @param areaM2 of the surface, for the comparison of scenarios
   */
  record Plant(@Nullable String id, @Nullable String name, @Nullable Double kw, @Nullable LocalDate commissioned, @Nullable String technology,
      @Nullable String substation, @Nullable Double lon, @Nullable Double lat, @Nullable Double yield, double @Nullable [] monthly,
      double @Nullable [] hourly, @Nullable String hourlyTime, @Nullable Double tilt, @Nullable Double azimuth, @Nullable String member,
      @Nullable Double grantShare, @Nullable Boolean existing, @Nullable Double areaM2, @Nullable String feature) {}

  /**
   * Somebody who withdraws.
   *
   * @param hourly kWh of each hour of the calendar year in Rome; then neither annualKwh nor archetype is needed
   * @param quarterHourly kWh of each quarter
   */
  record Member(@Nullable String id, @Nullable String name, @Nullable String kind, @Nullable Double annualKwh, @Nullable String archetype,
      @Nullable String substation, @Nullable String ateco, @Nullable String atecoVersion, double @Nullable [] hourly, double @Nullable [] quarterHourly,
      @Nullable Double lon, @Nullable Double lat, @Nullable String feature) {}

  /** EUR/MWh of the zone: one figure, twelve, or one an hour. */
  record Prices(@Nullable Double constant, double @Nullable [] monthly, double @Nullable [] hourly) {}
}
