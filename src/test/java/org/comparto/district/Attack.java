package org.comparto.district;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Who reads all published figures at once and solves them by linear programming, with what the method says of every one: hidden is under k, shown is k at least and less
 * than k away. Knows that values of a variable and parts of a division add up. Written against the published form only.
 */
final class Attack {

  private static final double FAR = 1e5;
  private final Map<String, Integer> cells = new LinkedHashMap<>();
  private final List<double[]> bounds = new ArrayList<>();
  private final List<LinearConstraint> constraints = new ArrayList<>();
  private final Map<String, Integer> hidden = new LinkedHashMap<>();

  Attack(Map<String, double[]> known, Map<String, List<String>> sums) {
    known.forEach((name, bound) -> cell(name, bound));
    sums.forEach(this::sum);
    bound();
  }

  Attack(Figures figures, int k) {
    Map<Area.Kind, List<String>> divisions = new LinkedHashMap<>();
    String territory = "";
    List<String> slots = new ArrayList<>();
    for (Figures.OfArea area : figures.areas().stream().map(one -> complete(one, figures.areas().get(0))).toList()) {
      String place = area.kind() + " " + area.code();
      if (area.kind() == Area.Kind.TERRITORY) {
        territory = place;
      } else {
        divisions.computeIfAbsent(area.kind(), kind -> new ArrayList<>()).add(place);
      }
      Map<Variable, List<String>> rows = new LinkedHashMap<>();
      for (Figures.OfSlot slot : area.slots()) {
        String name = slot.variable() == null ? "" : " " + slot.variable() + " " + slot.value();
        Integer firms = slot.firms();
        double[] bound = firms != null ? new double[] {Math.max(k, firms - k + 1), firms + k - 1}
            : slot.hidden() == Figures.Hidden.FEW ? new double[] {0, k - 1} : new double[] {0, FAR};
        cell(place + name, bound);
        if (firms == null && slot.hidden() == Figures.Hidden.FEW && slot.variable() != null) {
          hidden.put(place + name, cells.get(place + name));
        }
        if (slot.variable() != null && !slot.variable().isMultiple()) {
          rows.computeIfAbsent(slot.variable(), variable -> new ArrayList<>()).add(place + name);
        }
        if (area.kind() == Area.Kind.TERRITORY && (slot.variable() == null || !slot.variable().isMultiple())) {
          slots.add(name);
        }
      }
      rows.values().forEach(row -> sum(place, row));
    }
    for (List<String> parts : divisions.values()) {
      for (String slot : new TreeSet<>(slots)) {
        sum(territory + slot, parts.stream().map(part -> part + slot).toList());
      }
    }
    bound();
  }

  /** Where nothing is said of a value that firms of the territory may have, few firms of the area have it. */
  private static Figures.OfArea complete(Figures.OfArea area, Figures.OfArea territory) {
    List<Figures.OfSlot> slots = territory.slots().stream().map(slot -> area.find(new Slot(slot.variable(), slot.value()))
        .orElse(new Figures.OfSlot(slot.variable(), slot.value(), null, Figures.Hidden.FEW, List.of()))).toList();
    return new Figures.OfArea(area.kind(), area.code(), null, slots);
  }

  /** Counts said to be few, by what they are. */
  Map<String, Integer> hidden() {
    return hidden;
  }

  int index(String name) {
    return cells.get(name);
  }

  /** The least and the most that a cell can be. */
  double[] range(int index) {
    return new double[] {solve(index, GoalType.MINIMIZE), solve(index, GoalType.MAXIMIZE)};
  }

  private double solve(int index, GoalType goal) {
    double[] objective = new double[cells.size()];
    objective[index] = 1;
    return new SimplexSolver().optimize(new MaxIter(100_000), new LinearObjectiveFunction(objective, 0), new LinearConstraintSet(constraints), goal,
        new NonNegativeConstraint(true)).getPoint()[index];
  }

  private void cell(String name, double[] bound) {
    cells.put(name, cells.size());
    bounds.add(bound);
  }

  private void sum(String whole, List<String> parts) {
    parts.stream().filter(part -> !cells.containsKey(part)).findFirst().ifPresent(part -> {
      throw new IllegalStateException(part + " is missing from what is published");
    });
    double[] row = new double[FULL];
    parts.forEach(part -> row[cells.get(part)] += 1);
    row[cells.get(whole)] -= 1;
    constraints.add(new LinearConstraint(row, Relationship.EQ, 0));
  }

  private static final int FULL = 4_000;

  /** Once all cells are known: every one lies between its bounds, and no row is longer than there are cells. */
  private void bound() {
    List<LinearConstraint> sums = new ArrayList<>(constraints);
    constraints.clear();
    sums.forEach(sum -> constraints.add(new LinearConstraint(Arrays.copyOf(sum.getCoefficients().toArray(), cells.size()), Relationship.EQ, 0)));
    for (int i = 0; i < cells.size(); i++) {
      double[] row = new double[cells.size()];
      row[i] = 1;
      if (bounds.get(i)[0] > 0) {
        constraints.add(new LinearConstraint(row, Relationship.GEQ, bounds.get(i)[0]));
      }
      if (bounds.get(i)[1] < FAR) {
        constraints.add(new LinearConstraint(row, Relationship.LEQ, bounds.get(i)[1]));
      }
    }
  }
}
