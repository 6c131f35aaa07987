package org.comparto.district;

import java.util.Arrays;
import org.comparto.district.Figures.Hidden;

/**
 * What is going to be published of the counts of a territory: a table whose first row is the territory and whose other rows are its parts, and whose first column is
 * all firms and whose other columns are the values of one variable after the other. A cell is a number, row by row.
 */
final class Sheet {

  /**
   * A cell that is the sum of others.
   *
   * @param first of the parts; each further one is so many cells on
   */
  record Sum(int whole, int first, int count, int step) {}

  private static final int FEW = -1;
  private static final int COMPLEMENT = -2;

  final int k;
  final int columns;
  private final int[] published;

  /** Nothing is shown of it yet: a value that no firm of an area has looks like one that few have. */
  Sheet(int k, int rows, int columns) {
    this.k = k;
    this.columns = columns;
    this.published = new int[rows * columns];
    Arrays.fill(published, FEW);
  }

  int cell(int row, int column) {
    return row * columns + column;
  }

  void show(int cell, int count) {
    published[cell] = count;
  }

  /** Hides a cell because it would tell of others. */
  void hide(int cell) {
    published[cell] = COMPLEMENT;
  }

  boolean isShown(int cell) {
    return published[cell] >= 0;
  }

  /** @throws IllegalStateException if it is hidden */
  int shown(int cell) {
    if (!isShown(cell)) {
      throw new IllegalStateException("cell " + cell + " is hidden");
    }
    return published[cell];
  }

  /** Of a cell that is not shown. */
  Hidden hidden(int cell) {
    return published[cell] == FEW ? Hidden.FEW : Hidden.COMPLEMENT;
  }

  /** The least that a reader takes the cell for who knows nothing but what is said of it. */
  int least(int cell) {
    return isShown(cell) ? Range.of(published[cell], k).least() : 0;
  }

  /** The most that such a reader takes it for. */
  int most(int cell) {
    return isShown(cell) ? Range.of(published[cell], k).most() : published[cell] == FEW ? Range.hidden(k).most() : Range.ANY.most();
  }

  /** Whether a whole shown so leaves every hidden part all its possibilities, as far as this sum goes. */
  boolean leavesParts(int shown, Sum sum) {
    long least = 0;
    long most = 0;
    for (int i = 0, part = sum.first(); i < sum.count(); i++, part += sum.step()) {
      least += least(part);
      most += most(part);
    }
    return least <= shown && shown <= most;
  }
}
