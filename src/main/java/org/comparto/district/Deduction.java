package org.comparto.district;

import java.util.Arrays;
import org.comparto.district.Sheet.Sum;

/**
 * The attack on the figures of one variable: what every cell can be for a reader who puts all sums of rows and columns together, narrowed until nothing moves any
 * more. The order in which sums are looked at does not matter for where that ends, so only sums of which a cell has moved are looked at again.
 */
final class Deduction {

  private final int rows;
  /** Rows below here are parts of the second division. */
  private final int second;
  private final int width;
  private final int[] least;
  private final int[] most;
  private final boolean[] rowMoved;
  /** Of the first division, then of the second. */
  private final boolean[] columnMoved;
  private boolean moved;

  /**
   * @param rows of the sheet
   * @param second the first row of the second division; the first one begins below the territory
   * @param from the column of the first value
   * @param values how many there are
   */
  Deduction(Sheet sheet, int rows, int second, int from, int values) {
    this.rows = rows;
    this.second = second;
    this.width = values + 1;
    this.least = new int[rows * width];
    this.most = new int[rows * width];
    this.rowMoved = new boolean[rows];
    this.columnMoved = new boolean[2 * width];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < width; column++) {
        int cell = sheet.cell(row, column == 0 ? 0 : from + column - 1);
        least[row * width + column] = sheet.least(cell);
        most[row * width + column] = sheet.most(cell);
      }
    }
    Arrays.fill(rowMoved, true);
    Arrays.fill(columnMoved, true);
    moved = true;
    while (moved) {
      moved = false;
      narrowRows();
      narrowColumns();
    }
  }

  /** @param value from 0 */
  int possibilities(int row, int value) {
    int cell = row * width + 1 + value;
    return most[cell] - least[cell] + 1;
  }

  private void narrowRows() {
    for (int row = 0; row < rows; row++) {
      if (rowMoved[row]) {
        rowMoved[row] = false;
        narrow(new Sum(row * width, row * width + 1, width - 1, 1));
      }
    }
  }

  private void narrowColumns() {
    for (int i = 0; i < columnMoved.length; i++) {
      if (columnMoved[i]) {
        columnMoved[i] = false;
        int column = i % width;
        narrow(i < width ? new Sum(column, width + column, second - 1, width) : new Sum(column, second * width + column, rows - second, width));
      }
    }
  }

  private void narrow(Sum sum) {
    if (sum.count() == 0) {
      return; // a territory without parts of that kind
    }
    long fewest = 0;
    long greatest = 0;
    for (int i = 0, part = sum.first(); i < sum.count(); i++, part += sum.step()) {
      fewest += least[part];
      greatest += most[part];
    }
    int whole = sum.whole();
    set(whole, fewest, greatest);
    for (int i = 0, part = sum.first(); i < sum.count(); i++, part += sum.step()) {
      long othersFewest = fewest - least[part];
      long othersGreatest = greatest - most[part];
      set(part, least[whole] - othersGreatest, most[whole] - othersFewest);
      fewest = othersFewest + least[part];
      greatest = othersGreatest + most[part];
    }
  }

  private void set(int cell, long from, long to) {
    if (from <= least[cell] && to >= most[cell]) {
      return;
    }
    least[cell] = (int) Math.max(from, least[cell]);
    most[cell] = (int) Math.min(to, most[cell]);
    moved = true;
    int row = cell / width;
    int column = cell % width;
    rowMoved[row] = true;
    if (row < second) {
      columnMoved[column] = true;
    }
    if (row == 0 || row >= second) {
      columnMoved[width + column] = true;
    }
  }
}
