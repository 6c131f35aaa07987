package org.comparto.editing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Something of a feature that its layer can not hold.
 *
 * @param code stable; the same that loads use for the same fault
 * @param attribute null if it is the geometry, or the feature as a whole
 * @param reason a sentence with the cure
 */
record Fault(String code, @Nullable String attribute, String reason) {

  /** @throws RefusedException with all faults, answered with 422, if there are any */
  static void check(List<Fault> faults) {
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
