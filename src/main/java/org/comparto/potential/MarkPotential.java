package org.comparto.potential;

import java.util.Optional;
import org.comparto.energy.PotentialSource;
import org.comparto.energy.Substations.Warning;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gives marks what modules on their areas bring, with the usual figures. */
@Component
class MarkPotential implements PotentialSource {

  private final Potential potential;

  MarkPotential(Potential potential) {
    this.potential = potential;
  }

  @Override
  public Optional<Estimate> of(String technology, JsonNode geometry, @Nullable String territory, String language) {
    return PvCase.of(technology).flatMap(pvCase -> {
      try {
        PotentialAnswer answer = potential.of(new PotentialQuestion(geometry, null, null, territory, pvCase, null), language);
        return Optional.of(new Estimate(answer.usableM2(), answer.kwp().byDefault(), answer.kwhYear(),
            answer.warnings().stream().map(warning -> new Warning(warning.code(), warning.text())).toList()));
      } catch (InvalidInputException e) {
        return Optional.empty(); // no yield is known there: power and yield of the area stay unknown, which the mark shows
      }
    });
  }
}
