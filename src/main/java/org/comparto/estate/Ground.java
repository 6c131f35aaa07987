package org.comparto.estate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.comparto.columns.Columns;
import org.comparto.columns.Rows;

/**
 * The plots that a search for unions may use, numbered by their ids, and which of them lie side by side.
 *
 * @param areas m², {@code area_m2}
 * @param prices euros, {@code price_eur}; NaN where not known
 * @param gaps metres to each of the neighbours, in the same order
 */
record Ground(long[] ids, double[] areas, double[] prices, int[][] neighbours, float[][] gaps) {

  /**
   * Neighbours by the rows of the columns that the search looks at: two million look-ups, done once as long as rows keep their numbers.
   *
   * @param from rows of the columns; below 0 if the plot is not there
   * @param to the neighbour's
   */
  record Places(Object layout, int rows, Neighbours.Pairs pairs, int[] from, int[] to) {

    static Places of(Columns columns, Neighbours.Pairs pairs) {
      return new Places(columns.layout(), columns.size(), pairs, Arrays.stream(pairs.plots()).mapToInt(columns::row).toArray(),
          Arrays.stream(pairs.others()).mapToInt(columns::row).toArray());
    }
  }

  /** @param street the widest gap between neighbours in metres */
  static Ground of(Rows rows, Places places, double street) {
    long[] found = rows.ids();
    int[] positions = rows.positions();
    Neighbours.Pairs pairs = places.pairs();
    double[] foundAreas = rows.numbers("area_m2");
    double[] foundPrices = rows.numbers("price_eur");
    // a plot without a known area can not help to reach one
    int[] usable = IntStream.range(0, found.length).filter(i -> !Double.isNaN(foundAreas[i])).boxed()
        .sorted(Comparator.comparingLong(i -> found[i])).mapToInt(Integer::intValue).toArray();
    long[] ids = Arrays.stream(usable).mapToLong(i -> found[i]).toArray();
    int[] numbers = new int[places.rows()];
    Arrays.fill(numbers, -1);
    for (int i = 0; i < usable.length; i++) {
      numbers[positions[usable[i]]] = i;
    }
    int[] from = new int[pairs.plots().length];
    int[] to = new int[pairs.plots().length];
    int[] degree = new int[ids.length];
    for (int i = 0; i < from.length; i++) {
      boolean near = pairs.gaps()[i] <= street && places.from()[i] >= 0 && places.to()[i] >= 0;
      from[i] = near ? numbers[places.from()[i]] : -1;
      to[i] = from[i] < 0 ? -1 : numbers[places.to()[i]];
      if (to[i] >= 0) {
        degree[from[i]]++;
        degree[to[i]]++;
      }
    }
    int[][] neighbours = Arrays.stream(degree).mapToObj(int[]::new).toArray(int[][]::new);
    float[][] gaps = Arrays.stream(degree).mapToObj(float[]::new).toArray(float[][]::new);
    for (int i = 0; i < from.length; i++) {
      if (to[i] >= 0) {
        int a = from[i];
        int b = to[i];
        neighbours[a][--degree[a]] = b;
        gaps[a][degree[a]] = pairs.gaps()[i];
        neighbours[b][--degree[b]] = a;
        gaps[b][degree[b]] = pairs.gaps()[i];
      }
    }
    return new Ground(ids, Arrays.stream(usable).mapToDouble(i -> foundAreas[i]).toArray(),
        Arrays.stream(usable).mapToDouble(i -> foundPrices[i]).toArray(), neighbours, gaps);
  }

  /** The narrowest gaps that join a set: a spanning tree, the narrowest gap first (Kruskal). */
  List<JoinAnswer.Gap> joints(int[] set) {
    record Joint(int from, int to, float gap) {}
    List<Joint> joints = new ArrayList<>();
    for (int plot : set) {
      for (int i = 0; i < neighbours[plot].length; i++) {
        if (neighbours[plot][i] > plot && Arrays.binarySearch(set, neighbours[plot][i]) >= 0) {
          joints.add(new Joint(plot, neighbours[plot][i], gaps[plot][i]));
        }
      }
    }
    joints.sort(Comparator.comparingDouble(Joint::gap).thenComparingInt(Joint::from).thenComparingInt(Joint::to));
    int[] group = IntStream.range(0, set.length).toArray();
    List<JoinAnswer.Gap> tree = new ArrayList<>();
    for (Joint joint : joints) {
      int a = group[Arrays.binarySearch(set, joint.from())];
      int b = group[Arrays.binarySearch(set, joint.to())];
      if (a != b) {
        Arrays.setAll(group, i -> group[i] == b ? a : group[i]);
        tree.add(new JoinAnswer.Gap(ids[joint.from()], ids[joint.to()], Math.round(joint.gap() * 10) / 10.0));
      }
    }
    return tree;
  }
}
