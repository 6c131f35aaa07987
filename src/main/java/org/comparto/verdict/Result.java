package org.comparto.verdict;

import java.util.List;
import java.util.Locale;

/** What the rules say of ground: the four classes of DM 21/06/2024, art. 1 c. 2 (DOMAIN.md §1.5), and what can not be said. */
public enum Result {

  SUITABLE, ORDINARY, UNSUITABLE, GROUND_PV_FORBIDDEN, UNKNOWN;

  /** An area of several classes is called by the first of these that is among them: what is not known, then what is against it. */
  static final List<Result> GRAVEST_FIRST = List.of(UNKNOWN, UNSUITABLE, GROUND_PV_FORBIDDEN, ORDINARY, SUITABLE);

  /** As the code list eligibility has it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
