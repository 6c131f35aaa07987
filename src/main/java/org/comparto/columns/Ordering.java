package org.comparto.columns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.comparto.database.Sql;
import org.comparto.feature.FeatureQuery.SortKey;
import org.comparto.layer.AttributeType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts rows in the order of their values: what is not known last, ties by id. Texts have the database's order. */
@Component
public class Ordering {

  private static final Sql TEXT_ORDER = Sql.load("columns/text-order.sql");

  private final JdbcClient db;
  /** Which place each code has, by the vocabulary (as an object: it is the same as long as no value is added). */
  private final Cache<List<Object>, double[]> places = Caffeine.newBuilder().weakKeys().build();

  Ordering(JdbcClient db) {
    this.db = db;
  }

  /** Whether rows can be put in this order here; else the database has to. */
  public static boolean knows(Columns columns, List<SortKey> keys) {
    return keys.stream().allMatch(key -> columns.orders(key.attribute().name()));
  }

  /** The ids of one page. */
  public long[] page(Columns columns, Rows rows, List<SortKey> keys, int offset, int limit) {
    int[] positions = rows.positions();
    int end = (int) Math.min(positions.length, (long) offset + limit);
    if (offset >= end) {
      return new long[0];
    }
    int[] ordered = keys.isEmpty() && columns.inOrder() ? positions : first(columns, rows, positions, keys, end);
    long[] ids = new long[end - offset];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = columns.id(ordered[offset + i]);
    }
    return ids;
  }

  /** The rows that come first, in order. */
  private int[] first(Columns columns, Rows rows, int[] positions, List<SortKey> keys, int count) {
    double[][] values = keys.stream().map(key -> values(columns, rows, key)).toArray(double[][]::new);
    PriorityQueue<Integer> best = new PriorityQueue<>(count + 1, (a, b) -> compare(columns, positions, values, b, a));
    for (int i = 0; i < positions.length; i++) {
      if (best.size() < count) {
        best.add(i);
      } else if (compare(columns, positions, values, i, best.peek()) < 0) {
        best.poll();
        best.add(i);
      }
    }
    int[] ordered = new int[best.size()];
    for (int i = ordered.length - 1; i >= 0; i--) {
      ordered[i] = positions[best.poll()];
    }
    return ordered;
  }

  private static int compare(Columns columns, int[] positions, double[][] values, int a, int b) {
    for (double[] key : values) {
      int order = Double.compare(key[a], key[b]);
      if (order != 0) {
        return order;
      }
    }
    return Long.compare(columns.id(positions[a]), columns.id(positions[b]));
  }

  /** A number per row that grows in the wanted direction; NaN, which Java puts last, where nothing is known. */
  private double[] values(Columns columns, Rows rows, SortKey key) {
    Column column = columns.column(key.attribute().name());
    double[] values = column.isNumeric() ? rows.numbers(key.attribute().name()) : placed(column, rows);
    for (int i = 0; i < values.length; i++) {
      values[i] = (key.descending() ? -values[i] : values[i]) + 0.0; // no -0, which would come before 0
    }
    return values;
  }

  private double[] placed(Column column, Rows rows) {
    double[] place = places.get(column.dictionary(), vocabulary -> places(column));
    double[] values = new double[rows.count()];
    int[] codes = new int[Chunk.ROWS];
    int block = -1;
    int n = 0;
    for (int row : rows.positions()) {
      if (row / Chunk.ROWS != block) {
        block = row / Chunk.ROWS;
        column.chunks().get(block).codes(codes);
      }
      values[n++] = place[codes[row % Chunk.ROWS]];
    }
    return values;
  }

  private double[] places(Column column) {
    double[] place = new double[column.dictionary().size() + 1];
    place[0] = Double.NaN;
    if (column.attribute().type() == AttributeType.BOOLEAN) {
      for (int code = 1; code < place.length; code++) {
        place[code] = column.dictionary().get(code - 1).equals(true) ? 1 : 0;
      }
      return place;
    }
    Map<String, Integer> order = new HashMap<>();
    for (String text : db.sql(TEXT_ORDER.text()).param("values", column.dictionary().toArray(String[]::new)).query(String.class).list()) {
      order.put(text, order.size());
    }
    for (int code = 1; code < place.length; code++) {
      place[code] = order.get((String) column.dictionary().get(code - 1));
    }
    return place;
  }
}
