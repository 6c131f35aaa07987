package org.comparto.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.comparto.district.Figures.Hidden;
import org.jspecify.annotations.Nullable;

/** The sheet of {@link PlainProtection}. */
final class PlainSheet {

  /** Firms of an area with one value of a variable, or all of an area. */
  record Cell(Area area, Slot slot) {}

  /** A cell that is the sum of others. */
  record Relation(Cell whole, List<Cell> parts) {}

  final int k;
  private final Map<Cell, Integer> shown = new HashMap<>();
  private final Map<Cell, Hidden> hidden = new HashMap<>();

  PlainSheet(int k) {
    this.k = k;
  }

  void show(Cell cell, int published) {
    hidden.remove(cell);
    shown.put(cell, published);
  }

  void hide(Cell cell, Hidden why) {
    shown.remove(cell);
    hidden.put(cell, why);
  }

  @Nullable Integer shown(Cell cell) {
    return shown.get(cell);
  }

  /** Few where nothing was said of it: a value that no firm of the area has looks like one that few have. */
  Hidden hidden(Cell cell) {
    return hidden.getOrDefault(cell, Hidden.FEW);
  }

  /** What a reader knows of the cell by itself. */
  Range range(Cell cell) {
    Integer published = shown.get(cell);
    return published != null ? Range.of(published, k) : hidden(cell) == Hidden.FEW ? Range.hidden(k) : Range.ANY;
  }

  /** Whether a published whole leaves every hidden part all its possibilities, as far as this sum goes. */
  boolean leavesParts(int published, List<Cell> parts) {
    long least = 0;
    long most = 0;
    for (Cell part : parts) {
      Range range = range(part);
      least += range.least();
      most += range.most();
    }
    return least <= published && published <= most;
  }

  /**
   * The attack: what every cell can be for a reader who puts all sums together, narrowed until nothing moves any more.
   *
   * @param relations those that concern each other
   * @return of every cell that occurs in them
   */
  Map<Cell, Range> deduce(List<Relation> relations) {
    Map<Cell, Integer> index = new LinkedHashMap<>();
    relations.forEach(relation -> {
      index.putIfAbsent(relation.whole(), index.size());
      relation.parts().forEach(part -> index.putIfAbsent(part, index.size()));
    });
    int[] least = new int[index.size()];
    int[] most = new int[index.size()];
    index.forEach((cell, i) -> {
      least[i] = range(cell).least();
      most[i] = range(cell).most();
    });
    List<int[]> sums = new ArrayList<>(); // the whole first
    relations.forEach(relation -> sums.add(java.util.stream.IntStream.concat(java.util.stream.IntStream.of(index.get(relation.whole())),
        relation.parts().stream().mapToInt(index::get)).toArray()));
    boolean[] moved = {true};
    while (moved[0]) {
      moved[0] = false;
      sums.forEach(sum -> narrow(sum, least, most, i -> moved[0] = true));
    }
    Map<Cell, Range> deduced = new LinkedHashMap<>();
    index.forEach((cell, i) -> deduced.put(cell, new Range(least[i], most[i])));
    return deduced;
  }

  private static void narrow(int[] sum, int[] least, int[] most, IntConsumer onMove) {
    long fewest = 0;
    long greatest = 0;
    for (int p = 1; p < sum.length; p++) {
      fewest += least[sum[p]];
      greatest += most[sum[p]];
    }
    int whole = sum[0];
    set(whole, fewest, greatest, least, most, onMove);
    for (int p = 1; p < sum.length; p++) {
      int part = sum[p];
      long othersFewest = fewest - least[part];
      long othersGreatest = greatest - most[part];
      set(part, least[whole] - othersGreatest, most[whole] - othersFewest, least, most, onMove);
      fewest = othersFewest + least[part];
      greatest = othersGreatest + most[part];
    }
  }

  private static void set(int cell, long from, long to, int[] least, int[] most, IntConsumer onMove) {
    if (from > least[cell]) {
      least[cell] = (int) from;
      onMove.accept(cell);
    }
    if (to < most[cell]) {
      most[cell] = (int) to;
      onMove.accept(cell);
    }
  }
}
