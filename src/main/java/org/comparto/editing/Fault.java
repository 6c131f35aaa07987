package org.comparto.editing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.comparto.problem.RefusedException;
import org.comparto.problem.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * Something of a feature that its layer can not hold, or that is not there yet.
 *
 * @param rule stable; the same that loads use for the same fault
 * @param attribute null if it is the geometry, or the feature as a whole
 * @param reason a sentence with the cure
 * @param place where it is: a GeoJSON geometry, longitude first; null if it has none
 */
public record Fault(String rule, @Nullable String attribute, String reason, @Nullable JsonNode place, Kind kind) implements Told {

  /** What a draft may have, and what nothing may have that is kept. */
  public enum Kind {
    MISSING, WRONG;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Fault wrong(String rule, @Nullable String attribute, String reason) {
    return new Fault(rule, attribute, reason, null, Kind.WRONG);
  }

  static Fault missing(String rule, @Nullable String attribute, String reason) {
    return new Fault(rule, attribute, reason, null, Kind.MISSING);
  }

  /** Of the geometry. @param place null if it is nowhere in particular */
  static Fault at(@Nullable JsonNode place, String rule, String reason) {
    return new Fault(rule, null, reason, place, Kind.WRONG);
  }

  @Override
  public Fault told(UnaryOperator<String> translation) {
    return new Fault(rule, attribute, translation.apply(reason), place, kind);
  }

  /** @throws RefusedException with all faults, if there are any: 409 if all that is wrong is that the code is taken, else 422 */
  static void check(List<Fault> faults) {
    if (!faults.isEmpty() && faults.stream().allMatch(fault -> fault.rule().startsWith("key-"))) {
      throw RefusedException.conflict(faults.get(0).rule(), faults.get(0).reason() + ".", "code", Map.of("faults", faults));
    }
    if (!faults.isEmpty()) {
      throw refusal(faults);
    }
  }

  static RefusedException refusal(List<Fault> faults) {
    String parameter = faults.get(0).attribute() == null ? "geometry" : faults.get(0).attribute();
    return RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-feature",
        faults.stream().map(Fault::reason).collect(Collectors.joining("; ")) + ".", parameter, Map.of("faults", faults));
  }
}
