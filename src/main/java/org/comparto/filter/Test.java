package org.comparto.filter;

import java.util.List;
import java.util.Set;

/**
 * The part of a filter that can be decided from an attribute's value and constants alone, without the database: a tree of
 * three-valued logic, in which a test of a value that is not known is itself not known.
 */
public sealed interface Test {

  /** All of them hold. */
  record All(List<Test> tests) implements Test {
    public All {
      tests = List.copyOf(tests);
    }
  }

  /** At least one of them holds. */
  record Any(List<Test> tests) implements Test {
    public Any {
      tests = List.copyOf(tests);
    }
  }

  /** The other does not hold. */
  record Not(Test test) implements Test {}

  /** Whatever the row. */
  record Always(boolean holds) implements Test {}

  /**
   * A value compared with a constant.
   *
   * @param value BigDecimal, LocalDate or OffsetDateTime; String and Boolean only for EQUAL and NOT_EQUAL
   */
  record Compare(String attribute, Relation relation, Object value) implements Test {}

  /** The value is one of the constants, each as in {@link Compare}. */
  record OneOf(String attribute, List<Object> values) implements Test {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** The value is not known; this is always decided. */
  record Unknown(String attribute) implements Test {}

  /** A list of texts compared with constants, both as sets. */
  record Members(String attribute, Overlap overlap, Set<String> members) implements Test {
    public Members {
      members = Set.copyOf(members);
    }
  }

  /** How a value is compared. */
  enum Relation { EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST }

  /** How a list is compared with the constants. */
  enum Overlap { SAME, CONTAINS, CONTAINED_BY, ANY_IN_COMMON }
}
