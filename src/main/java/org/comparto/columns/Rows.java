package org.comparto.columns;

/** Some rows of a layer at one state; immutable. */
public final class Rows {

  private final Columns columns;
  private final long[] words;
  private final int count;

  /** @param words a bit per row, 64 in each; not changed any more */
  Rows(Columns columns, long[] words) {
    this.columns = columns;
    this.words = words;
    int counted = 0;
    for (long word : words) {
      counted += Long.bitCount(word);
    }
    this.count = counted;
  }

  long[] words() {
    return words;
  }

  public int count() {
    return count;
  }

  /** Those that are among the others too. */
  public Rows and(Rows others) {
    if (others.columns != columns) {
      throw new IllegalArgumentException("rows of two states have nothing in common");
    }
    long[] both = new long[words.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = words[i] & others.words[i];
    }
    return new Rows(columns, both);
  }

  /** The features' ids, in the order of all other arrays of these rows. */
  public long[] ids() {
    long[] ids = new long[count];
    int n = 0;
    for (int row : positions()) {
      ids[n++] = columns.id(row);
    }
    return ids;
  }

  /**
   * The values of a numeric attribute, one per id; NaN where it is not known. Days are days since 1970, moments microseconds.
   *
   * @throws IllegalArgumentException if the attribute is not kept as numbers
   */
  public double[] numbers(String attribute) {
    Column column = columns.column(attribute);
    if (column == null || !column.isNumeric()) {
      throw new IllegalArgumentException(attribute + " is not kept as numbers");
    }
    double[] found = new double[count()];
    double[] scratch = new double[Chunk.ROWS];
    int n = 0;
    int block = -1;
    for (int row : positions()) {
      if (row / Chunk.ROWS != block) {
        block = row / Chunk.ROWS;
        column.chunks().get(block).numbers(scratch);
      }
      found[n++] = scratch[row % Chunk.ROWS];
    }
    return found;
  }

  /** The values of any other attribute, one per id: String, Boolean or a List of Strings; null where it is not known. */
  public Object[] values(String attribute) {
    Column column = columns.column(attribute);
    if (column == null || column.isNumeric()) {
      throw new IllegalArgumentException(attribute + " is not kept as values");
    }
    Object[] found = new Object[count()];
    int[] scratch = new int[Chunk.ROWS];
    int n = 0;
    int block = -1;
    for (int row : positions()) {
      if (row / Chunk.ROWS != block) {
        block = row / Chunk.ROWS;
        column.chunks().get(block).codes(scratch);
      }
      int code = scratch[row % Chunk.ROWS];
      found[n++] = code == 0 ? null : column.dictionary().get(code - 1);
    }
    return found;
  }

  /** The numbers of the rows in {@link Columns}, ascending: ids and values have the same order. */
  public int[] positions() {
    int[] positions = new int[count()];
    int n = 0;
    for (int i = 0; i < words.length; i++) {
      for (long word = words[i]; word != 0; word &= word - 1) {
        positions[n++] = i * 64 + Long.numberOfTrailingZeros(word);
      }
    }
    return positions;
  }
}
