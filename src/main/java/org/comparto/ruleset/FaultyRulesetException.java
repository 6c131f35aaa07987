package org.comparto.ruleset;

import java.util.List;
import java.util.stream.Collectors;

/** A rule set can not be used; everything that is wrong with it is in the list. */
class FaultyRulesetException extends RuntimeException {

  private final List<Fault> faults;

  FaultyRulesetException(List<Fault> faults) {
    super(faults.stream().map(Fault::text).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  List<Fault> faults() {
    return faults;
  }
}
