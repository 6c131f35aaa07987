package org.comparto.verdict;

import java.util.Locale;

/**
 * How an area stands to one rule. A rule that grants (include, allow) is passed where it covers, a rule that takes away (permit_only,
 * unsuitable, warn) where it does not act.
 */
public enum Outcome {

  PASS, PART, FAIL, UNKNOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
