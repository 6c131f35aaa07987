package org.comparto.columns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Map;
import org.comparto.filter.Test;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/** The public rows of a layer and their values as they were committed at one revision; immutable, read by any number of threads. */
public final class Columns {

  private static final int MOST_TESTS = 128;

  private final Layer layer;
  private final long revision;
  private final String oldest;
  private final long[] ids;
  private final int[] byId;
  private final Rows all;
  private final Map<String, Column> columns;
  private final boolean inOrder;
  /** The same tests come again: with the next page, another order, and in every question that of freshness. */
  private final Cache<Test, Rows> met = Caffeine.newBuilder().maximumSize(MOST_TESTS).build();

  /**
   * @param revision read before the rows were
   * @param oldest the oldest transaction whose changes may be missing here
   * @param ids by row; rows that are gone have theirs still
   * @param live a bit per row that is there
   */
  Columns(Layer layer, long revision, String oldest, long[] ids, long[] live, Map<String, Column> columns) {
    this.layer = layer;
    this.revision = revision;
    this.oldest = oldest;
    this.ids = ids;
    this.all = new Rows(this, live);
    this.columns = columns;
    this.byId = all.positions();
    boolean ascending = true;
    for (int i = 1; i < byId.length; i++) {
      ascending &= ids[byId[i - 1]] < ids[byId[i]];
    }
    this.inOrder = ascending;
    if (!ascending) {
      int[] sorted = Arrays.stream(byId).boxed().sorted((a, b) -> Long.compare(ids[a], ids[b])).mapToInt(Integer::intValue).toArray();
      System.arraycopy(sorted, 0, byId, 0, sorted.length);
    }
  }

  public Layer layer() {
    return layer;
  }

  public long revision() {
    return revision;
  }

  /** All rows. */
  public Rows all() {
    return all;
  }

  /** Whether an attribute's values are kept here; names, descriptions and structures are not. */
  public boolean holds(String attribute) {
    return columns.containsKey(attribute);
  }

  /** Whether rows can be put in the order of an attribute's values here as the database would. */
  public boolean orders(String attribute) {
    Column column = columns.get(attribute);
    return column != null && column.exact();
  }

  /** Whether a test is decided by what is kept here, as the database would. */
  public boolean decides(Test test) {
    if (test instanceof Test.All all) {
      return all.tests().stream().allMatch(this::decides);
    } else if (test instanceof Test.Any any) {
      return any.tests().stream().allMatch(this::decides);
    } else if (test instanceof Test.Not not) {
      return decides(not.test());
    } else if (test instanceof Test.Compare compare) {
      return orders(compare.attribute());
    } else if (test instanceof Test.OneOf oneOf) {
      return orders(oneOf.attribute());
    } else if (test instanceof Test.Members members) {
      return orders(members.attribute());
    } else if (test instanceof Test.Unknown unknown) {
      return holds(unknown.attribute());
    }
    return true;
  }

  /** The rows of which a test that is decided here is true. */
  public Rows meeting(Test test) {
    return met.get(test, asked -> new Rows(this, new Evaluation(this).rows(asked, true)).and(all));
  }

  /** The rows of some features; ids that are not here are passed over. */
  public Rows of(long[] wanted) {
    long[] words = new long[all.words().length];
    for (long id : wanted) {
      int row = row(id);
      if (row >= 0) {
        words[row / 64] |= 1L << row;
      }
    }
    return new Rows(this, words);
  }

  @Nullable Column column(String attribute) {
    return columns.get(attribute);
  }

  Map<String, Column> columns() {
    return columns;
  }

  String oldest() {
    return oldest;
  }

  long[] ids() {
    return ids;
  }

  long id(int row) {
    return ids[row];
  }

  /** Whether rows come in the order of ids. */
  boolean inOrder() {
    return inOrder;
  }

  int blocks() {
    return all.words().length * 64 / Chunk.ROWS;
  }

  /** The same object as long as every feature keeps the number of its row, whatever its values. */
  public Object layout() {
    return ids;
  }

  /** Rows have numbers below this; some may be gone. */
  public int size() {
    return ids.length;
  }

  /** The number of a feature's row; below 0 if there is none. */
  public int row(long id) {
    int low = 0;
    int high = byId.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = ids[byId[middle]];
      if (found == id) {
        return byId[middle];
      } else if (found < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  long bytes() {
    return columns.values().stream().mapToLong(Column::bytes).sum() + 8L * ids.length + 4L * byId.length;
  }
}
