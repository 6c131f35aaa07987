package org.comparto.ruleset;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;

/** Why something can not be done with a rule set, and what can be done instead. */
final class RulesetRefusals {

  private RulesetRefusals() {}

  /** @param faults all of them, as the member faults of the problem */
  static RefusedException faulty(List<Fault> faults) {
    return RefusedException.of(HttpStatus.BAD_REQUEST, "faulty-ruleset",
        faults.stream().map(Fault::reason).collect(Collectors.joining("; ")) + ".", "body", Map.of("faults", faults));
  }

  static NotFoundException missing(String id) {
    return new NotFoundException("id", "There is no rule set \"" + id + "\"; /api/energy/rulesets lists those there are.");
  }

  static NotFoundException missing(String id, int version) {
    return new NotFoundException("version", "There is no version " + version + " of the rule set \"" + id + "\".");
  }

  static RefusedException own() {
    return new RefusedException(HttpStatus.FORBIDDEN, "own-ruleset", "Whoever uploaded a rule set does not decide on it: somebody else has to.",
        null, null);
  }

  static RefusedException noPerson() {
    return new RefusedException(HttpStatus.FORBIDDEN, "account-required",
        "Rule sets are written and decided on by persons: sign in with an account of your own.", null, null);
  }

  static RefusedException activeAlready() {
    return RefusedException.conflict("active-already", "This version decides already; confirm it, or choose another.", "version");
  }

  static RefusedException notActive() {
    return RefusedException.conflict("not-active", "This version does not decide; there is nothing to take out of force.", "version");
  }
}
