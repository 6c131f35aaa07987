package org.comparto.energy;

import java.util.List;
import java.util.Optional;
import org.comparto.energy.Substations.Warning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who says what photovoltaic modules on an area bring. */
public interface PotentialSource {

  /** @param kwhYear with the planning factor */
  record Estimate(double usableM2, double kwp, double kwhYear, List<Warning> warnings) {}

  /**
   * With the usual figures of the technology.
   *
   * @param technology as the code list has it; empty for what is no photovoltaics, or where no yield is known
   * @param geometry GeoJSON, longitude first
   * @param territory in whose yields; null where it lies in none
   */
  Optional<Estimate> of(String technology, JsonNode geometry, @Nullable String territory, String language);
}
