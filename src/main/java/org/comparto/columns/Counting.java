package org.comparto.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Counts values over rows. */
public final class Counting {

  private Counting() {}

  /** @throws IllegalArgumentException if the attribute is not kept in columns */
  public static Facet count(Columns columns, String attribute, Rows rows) {
    Column column = columns.column(attribute);
    if (column == null) {
      throw new IllegalArgumentException(attribute + " is not kept in columns");
    }
    return column.attribute().refersById() ? references(column, rows) : column.isNumeric() ? range(column, rows) : values(column, rows);
  }

  /** Ids of other features are kept as numbers, but counted one by one. */
  private static Facet references(Column column, Rows rows) {
    double[] numbers = new double[Chunk.ROWS];
    Map<Long, Long> found = new HashMap<>();
    long known = 0;
    long[] words = rows.words();
    for (int block = 0; block < column.chunks().size(); block++) {
      if (isNone(words, block) || column.chunks().get(block) == Chunk.EMPTY) {
        continue;
      }
      column.chunks().get(block).numbers(numbers);
      long id = 0;
      long times = 0; // neighbours in the table mostly refer to the same feature: it is looked up once for a run of them
      for (int w = 0; w < Chunk.ROWS / 64; w++) {
        for (long word = words[block * (Chunk.ROWS / 64) + w]; word != 0; word &= word - 1) {
          double value = numbers[w * 64 + Long.numberOfTrailingZeros(word)];
          if (value != value) {
            continue;
          }
          known++;
          if (times > 0 && id != (long) value) {
            found.merge(id, times, Long::sum);
            times = 0;
          }
          id = (long) value;
          times++;
        }
      }
      if (times > 0) {
        found.merge(id, times, Long::sum);
      }
    }
    return new Facet(column.attribute().name(), sorted(found), null, null, rows.count() - known);
  }

  private static Facet range(Column column, Rows rows) {
    double[] numbers = new double[Chunk.ROWS];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    long known = 0;
    long[] words = rows.words();
    for (int block = 0; block < column.chunks().size(); block++) {
      if (isNone(words, block) || column.chunks().get(block) == Chunk.EMPTY) {
        continue;
      }
      column.chunks().get(block).numbers(numbers);
      for (int w = 0; w < Chunk.ROWS / 64; w++) {
        for (long word = words[block * (Chunk.ROWS / 64) + w]; word != 0; word &= word - 1) {
          double value = numbers[w * 64 + Long.numberOfTrailingZeros(word)];
          // what is not known (NaN) is neither; Math.min would look at it and at -0 each time
          if (value < min) {
            min = value;
          }
          if (value > max) {
            max = value;
          }
          known += value == value ? 1 : 0;
        }
      }
    }
    return new Facet(column.attribute().name(), List.of(), known == 0 ? null : min, known == 0 ? null : max, rows.count() - known);
  }

  private static Facet values(Column column, Rows rows) {
    int[] codes = new int[Chunk.ROWS];
    long[] counts = new long[column.dictionary().size() + 1];
    long[] words = rows.words();
    long known = 0;
    for (int block = 0; block < column.chunks().size(); block++) {
      if (isNone(words, block) || column.chunks().get(block) == Chunk.EMPTY) {
        continue;
      }
      column.chunks().get(block).codes(codes);
      for (int w = 0; w < Chunk.ROWS / 64; w++) {
        for (long word = words[block * (Chunk.ROWS / 64) + w]; word != 0; word &= word - 1) {
          counts[codes[w * 64 + Long.numberOfTrailingZeros(word)]]++;
        }
      }
    }
    Map<Object, Long> found = new HashMap<>();
    for (int code = 1; code < counts.length; code++) {
      if (counts[code] > 0) {
        known += counts[code];
        Object value = column.dictionary().get(code - 1);
        for (Object member : value instanceof List<?> list ? new HashSet<>(list) : List.of(value)) {
          if (member != null) {
            found.merge(member, counts[code], Long::sum);
          }
        }
      }
    }
    return new Facet(column.attribute().name(), sorted(found), null, null, rows.count() - known);
  }

  private static List<Facet.Value> sorted(Map<?, Long> found) {
    List<Facet.Value> values = new ArrayList<>();
    found.forEach((value, count) -> values.add(new Facet.Value(value, count)));
    values.sort(Comparator.comparingLong(Facet.Value::count).reversed().thenComparing(value -> value.value().toString()));
    return values;
  }

  private static boolean isNone(long[] words, int block) {
    for (int w = 0; w < Chunk.ROWS / 64; w++) {
      if (words[block * (Chunk.ROWS / 64) + w] != 0) {
        return false;
      }
    }
    return true;
  }
}
