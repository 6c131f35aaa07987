package org.comparto.columns;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.comparto.filter.Test;
import org.comparto.filter.Test.Relation;

/**
 * Finds the rows of which a test is true, or is false; of a value that is not known it is neither. Kleene's logic then needs
 * sets alone: an AND is false where one of its parts is, a NOT is true where its part is false.
 */
final class Evaluation {

  private final Columns columns;
  private final double[] numbers = new double[Chunk.ROWS];
  private final int[] codes = new int[Chunk.ROWS];

  Evaluation(Columns columns) {
    this.columns = columns;
  }

  /** A bit per row, also of rows that are gone. */
  long[] rows(Test test, boolean wanted) {
    if (test instanceof Test.All all) {
      return joined(all.tests(), wanted, wanted);
    } else if (test instanceof Test.Any any) {
      return joined(any.tests(), wanted, !wanted);
    } else if (test instanceof Test.Not not) {
      return rows(not.test(), !wanted);
    } else if (test instanceof Test.Always always) {
      return filled(always.holds() == wanted);
    } else if (test instanceof Test.Unknown unknown) {
      return unknown(unknown.attribute(), wanted);
    } else if (test instanceof Test.Compare compare) {
      return compared(compare, wanted);
    } else if (test instanceof Test.OneOf oneOf) {
      return oneOf(oneOf, wanted);
    }
    Test.Members members = (Test.Members) test;
    return coded(members.attribute(), value -> meets((List<?>) value, members) == wanted);
  }

  private long[] joined(List<Test> tests, boolean wanted, boolean intersect) {
    long[] found = filled(intersect);
    for (Test test : tests) {
      long[] part = rows(test, wanted);
      for (int i = 0; i < found.length; i++) {
        found[i] = intersect ? found[i] & part[i] : found[i] | part[i];
      }
    }
    return found;
  }

  private long[] unknown(String attribute, boolean wanted) {
    Column column = columns.column(attribute);
    long[] known = column.isNumeric() ? within(attribute, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true) : coded(attribute, value -> true);
    if (wanted) {
      for (int i = 0; i < known.length; i++) {
        known[i] = ~known[i];
      }
    }
    return known;
  }

  private long[] compared(Test.Compare compare, boolean wanted) {
    if (!columns.column(compare.attribute()).isNumeric()) {
      boolean equal = (compare.relation() == Relation.EQUAL) == wanted;
      return coded(compare.attribute(), value -> value.equals(compare.value()) == equal);
    }
    Bound bound = Bound.of(compare.value());
    // beside a constant between two doubles nothing is equal to it, and what is greater than the lower one is greater than it
    double at = bound.value();
    double before = Math.nextDown(at);
    double behind = Math.nextUp(at);
    return switch (compare.relation()) {
      case EQUAL -> within(compare.attribute(), bound.exact() ? at : behind, at, wanted);
      case NOT_EQUAL -> within(compare.attribute(), bound.exact() ? at : behind, at, !wanted);
      case LESS -> within(compare.attribute(), Double.NEGATIVE_INFINITY, bound.above() ? at : before, wanted);
      case AT_MOST -> within(compare.attribute(), Double.NEGATIVE_INFINITY, bound.below() ? before : at, wanted);
      case GREATER -> within(compare.attribute(), bound.below() ? at : behind, Double.POSITIVE_INFINITY, wanted);
      case AT_LEAST -> within(compare.attribute(), bound.above() ? behind : at, Double.POSITIVE_INFINITY, wanted);
    };
  }

  private long[] oneOf(Test.OneOf oneOf, boolean wanted) {
    if (!columns.column(oneOf.attribute()).isNumeric()) {
      Set<Object> values = new HashSet<>(oneOf.values());
      return coded(oneOf.attribute(), value -> values.contains(value) == wanted);
    }
    return joined(oneOf.values().stream().map(value -> (Test) new Test.Compare(oneOf.attribute(), Relation.EQUAL, value)).toList(), wanted, !wanted);
  }

  private static boolean meets(List<?> list, Test.Members members) {
    Collection<?> found = new HashSet<>(list);
    return switch (members.overlap()) {
      case CONTAINS -> found.containsAll(members.members());
      case CONTAINED_BY -> within(found, members);
      case SAME -> found.containsAll(members.members()) && within(found, members);
      case ANY_IN_COMMON -> members.members().stream().anyMatch(found::contains);
    };
  }

  /** A member that is not known (null) is in no list. */
  private static boolean within(Collection<?> found, Test.Members members) {
    return found.stream().allMatch(member -> member != null && members.members().contains(member));
  }

  /** The numbers from low to high, or all others; none is greater or less than what is not known (NaN). */
  private long[] within(String attribute, double low, double high, boolean wanted) {
    long[] found = filled(false);
    List<Chunk> chunks = columns.column(attribute).chunks();
    for (int block = 0; block < chunks.size(); block++) {
      if (chunks.get(block) == Chunk.EMPTY) {
        continue;
      }
      chunks.get(block).numbers(numbers);
      for (int i = 0, at = block * Chunk.ROWS / 64; i < Chunk.ROWS; i += 64, at++) {
        found[at] = wanted ? inside(i, low, high) : outside(i, low, high);
      }
    }
    return found;
  }

  private long inside(int from, double low, double high) {
    long word = 0;
    for (int bit = 0; bit < 64; bit++) {
      double value = numbers[from + bit];
      word |= value >= low & value <= high ? 1L << bit : 0;
    }
    return word;
  }

  private long outside(int from, double low, double high) {
    long word = 0;
    for (int bit = 0; bit < 64; bit++) {
      double value = numbers[from + bit];
      word |= value < low | value > high ? 1L << bit : 0;
    }
    return word;
  }

  /** Every value of the dictionary is looked at once. */
  private long[] coded(String attribute, Predicate<Object> holds) {
    Column column = columns.column(attribute);
    boolean[] meets = new boolean[column.dictionary().size() + 1];
    for (int code = 1; code < meets.length; code++) {
      meets[code] = holds.test(column.dictionary().get(code - 1));
    }
    long[] found = filled(false);
    for (int block = 0; block < column.chunks().size(); block++) {
      if (column.chunks().get(block) == Chunk.EMPTY) {
        continue;
      }
      column.chunks().get(block).codes(codes);
      for (int i = 0, at = block * Chunk.ROWS / 64; i < Chunk.ROWS; i += 64, at++) {
        long word = 0;
        for (int bit = 0; bit < 64; bit++) {
          word |= meets[codes[i + bit]] ? 1L << bit : 0;
        }
        found[at] = word;
      }
    }
    return found;
  }

  private long[] filled(boolean all) {
    long[] words = new long[columns.all().words().length];
    Arrays.fill(words, all ? -1L : 0L);
    return words;
  }

  /**
   * A constant as the nearest double.
   *
   * @param side how the constant lies beside it: below 0, it is smaller than the double; 0, it is the same to 15 digits
   */
  record Bound(double value, int side) {

    boolean exact() {
      return side == 0;
    }

    boolean below() {
      return side < 0;
    }

    boolean above() {
      return side > 0;
    }

    static Bound of(Object constant) {
      if (constant instanceof LocalDate date) {
        return new Bound(date.toEpochDay(), 0);
      } else if (constant instanceof OffsetDateTime moment) {
        return new Bound(micros(moment.toInstant()), 0);
      }
      BigDecimal number = ((BigDecimal) constant).stripTrailingZeros();
      double nearest = number.doubleValue();
      boolean whole = number.scale() <= 0;
      if (Double.isInfinite(nearest) || number.precision() <= 15 || whole && Math.abs(nearest) <= 1L << 53) {
        return new Bound(nearest, Double.isInfinite(nearest) ? -number.signum() : 0);
      }
      // values have at most 15 digits, and of those the double stands for one
      return new Bound(nearest, number.compareTo(new BigDecimal(nearest).round(new MathContext(15))));
    }

    /** PostgreSQL rounds to microseconds. */
    static double micros(Instant moment) {
      Instant rounded = moment.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
      return ChronoUnit.MICROS.between(Instant.EPOCH, rounded);
    }
  }
}
