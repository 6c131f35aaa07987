package org.comparto.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How likely it is that two records are of one company: points for and against, each with its reason (docs/census.md has the table). */
record Likeness(int score, List<Reason> reasons) {

  /** From so many points on a pair is worth a look. */
  static final int LEAST = 50;
  private static final int MOST = 100;
  private static final double UNLIKE_NAME = 0.4;
  private static final double ONE_STEP = 0.95;
  private static final int SHORTEST = 6;
  private static final double SAME_SPOT_M = 30;
  private static final double NEAR_M = 150;
  private static final double FAR_M = 5000;

  /** @param kind stable; {@code value} is a similarity from 0 to 1, metres, or null */
  record Reason(String kind, int points, @Nullable Double value) {}

  /**
   * What is compared of a company; null where it is not known.
   *
   * @param keys tax code and VAT number, without blanks
   * @param headquarters the company whose local unit it is
   */
  record Subject(long id, Set<String> keys, @Nullable String phone, @Nullable String email, @Nullable String domain, @Nullable String address,
      @Nullable Long headquarters) {}

  /**
   * How alike two names without legal forms are: by their groups of three letters, but one letter too few, too many or mistyped tells little.
   *
   * @param trigrams similarity by groups of three letters, 0 to 1
   */
  static double names(String one, String other, double trigrams) {
    return Math.min(one.length(), other.length()) >= SHORTEST && isOneStep(one, other) ? Math.max(ONE_STEP, trigrams) : trigrams;
  }

  private static boolean isOneStep(String one, String other) {
    int begin = 0;
    while (begin < Math.min(one.length(), other.length()) && one.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < Math.min(one.length(), other.length()) - begin && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - begin - end <= 1;
  }

  /**
   * @param name similarity of the names, 0 to 1
   * @param metres between them
   */
  static Likeness of(Subject one, Subject other, double name, double metres) {
    List<Reason> reasons = new ArrayList<>();
    boolean sameKey = one.keys().stream().anyMatch(other.keys()::contains);
    if (sameKey) {
      reasons.add(new Reason("tax_code", 60, null));
    } else if (!one.keys().isEmpty() && !other.keys().isEmpty()) {
      reasons.add(new Reason("other_tax_code", -50, null));
    }
    if (name > UNLIKE_NAME) {
      reasons.add(new Reason("name", (int) Math.round(45 * (name - UNLIKE_NAME) / (1 - UNLIKE_NAME)), name));
    }
    if (metres <= SAME_SPOT_M) {
      reasons.add(new Reason("place", 15, metres));
    } else if (metres <= NEAR_M) {
      reasons.add(new Reason("place", 10, metres));
    } else if (metres > FAR_M) {
      reasons.add(new Reason("far", -20, metres));
    }
    same(one.address(), other.address(), "address", 15, reasons);
    same(one.phone(), other.phone(), "phone", 25, reasons);
    if (!same(one.email(), other.email(), "email", 25, reasons)) {
      same(one.domain(), other.domain(), "domain", 15, reasons);
    }
    if (areUnits(one, other) && metres > SAME_SPOT_M) {
      reasons.add(new Reason("units", -60, null));
    }
    return new Likeness(Math.max(0, Math.min(MOST, reasons.stream().mapToInt(Reason::points).sum())), List.copyOf(reasons));
  }

  /** Headquarters and local units share much and are several on purpose. */
  private static boolean areUnits(Subject one, Subject other) {
    return one.headquarters() != null && (one.headquarters() == other.id() || one.headquarters().equals(other.headquarters()))
        || other.headquarters() != null && other.headquarters() == one.id();
  }

  private static boolean same(@Nullable String one, @Nullable String other, String kind, int points, List<Reason> reasons) {
    boolean same = one != null && one.equals(other);
    if (same) {
      reasons.add(new Reason(kind, points, null));
    }
    return same;
  }
}
