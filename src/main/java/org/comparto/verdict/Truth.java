package org.comparto.verdict;

import java.util.Set;
import java.util.TreeSet;

/**
 * True, false, or not known for want of some layers, or of values in them: the three values of Kleene's logic, in which what is not known stays so only
 * where it could make a difference.
 *
 * @param missing the layers that are wanting; of what is known, none
 */
record Truth(boolean sure, boolean possible, Set<String> missing) {

  static final Truth TRUE = new Truth(true, true, Set.of());
  static final Truth FALSE = new Truth(false, false, Set.of());

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  static Truth unknown(String layer) {
    return new Truth(false, true, Set.of(layer));
  }

  boolean isUnknown() {
    return possible && !sure;
  }

  Truth or(Truth other) {
    if (sure || !other.possible) {
      return this;
    }
    return other.sure || !possible ? other : new Truth(false, true, both(missing, other.missing));
  }

  Truth and(Truth other) {
    if (!possible || other.sure) {
      return this;
    }
    return !other.possible || sure ? other : new Truth(false, true, both(missing, other.missing));
  }

  Truth not() {
    return isUnknown() ? this : of(!sure);
  }

  static Set<String> both(Set<String> a, Set<String> b) {
    Set<String> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }
}
