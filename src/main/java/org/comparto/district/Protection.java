package org.comparto.district;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.comparto.district.Figures.Hidden;
import org.comparto.district.Sheet.Sum;
import org.jspecify.annotations.Nullable;

/**
 * Makes of counts what may be published (decision 0045). A count under k is hidden; others are rounded at random, but always alike for the same firms, to a multiple
 * of k less than k away. Where a sum rounded one way would narrow a hidden part of it, it is rounded the other way; and what all sums together would still tell is
 * found by attacking the sheet, and hidden with it. Sums of amounts are made of masked amounts only, and kept back where one firm dominates them.
 */
final class Protection {

  /** Sums are written with so many digits: more would be noise. */
  private static final int DIGITS = 2;
  private static final int LEAST_STEP = 5;

  /** The columns of a variable. */
  private record Span(Variable variable, int from, int values) {}

  private final Secret secret;
  private final int k;
  private final int dominancePercent;
  /** The territory, then municipalities, then zones. */
  private final List<Area> areas;
  /** The row of the first zone. */
  private final int firstZone;
  /** All firms, then the values of each variable. */
  private final List<Slot> slots = new ArrayList<>(List.of(Slot.ALL));
  private final List<Span> spans = new ArrayList<>();
  private final @Nullable Tally[] tallies;
  private final Sheet sheet;

  private Protection(Map<Area, Map<Slot, Tally>> counted, Secret secret, int k, int dominancePercent) {
    this.secret = secret;
    this.k = k;
    this.dominancePercent = dominancePercent;
    this.areas = counted.keySet().stream().sorted(Comparator.comparing(Area::kind).thenComparing(Area::code)).toList();
    this.firstZone = 1 + (int) areas.stream().filter(area -> area.kind() == Area.Kind.MUNICIPALITY).count();
    for (Variable variable : Variable.values()) {
      TreeSet<String> values = new TreeSet<>();
      counted.get(areas.get(0)).keySet().stream().filter(slot -> slot.variable() == variable).forEach(slot -> values.add(slot.value()));
      if (!values.isEmpty()) {
        spans.add(new Span(variable, slots.size(), values.size()));
        values.forEach(value -> slots.add(new Slot(variable, value)));
      }
    }
    this.sheet = new Sheet(k, areas.size(), slots.size());
    this.tallies = new Tally[areas.size() * slots.size()];
    for (int row = 0; row < areas.size(); row++) {
      Map<Slot, Tally> tallied = counted.get(areas.get(row));
      for (int column = 0; column < slots.size(); column++) {
        tallies[sheet.cell(row, column)] = tallied.get(slots.get(column));
      }
    }
  }

  /** What may be published, and nothing besides. A value that an area is said nothing of is hidden: few firms have it, or none. */
  static Figures protect(Map<Area, Map<Slot, Tally>> counted, Secret secret, int k, int dominancePercent) {
    Protection protection = new Protection(counted, secret, k, dominancePercent);
    protection.round();
    protection.spans.stream().filter(span -> !span.variable().isMultiple()).forEach(protection::attack);
    return protection.figures();
  }

  private void round() {
    for (int row = 1; row < areas.size(); row++) {
      for (int column = 1; column < slots.size(); column++) {
        show(sheet.cell(row, column), List.of());
      }
      show(sheet.cell(row, 0), within(row));
    }
    for (Span span : spans) {
      for (int column = span.from(); column < span.from() + span.values(); column++) {
        show(column, span.variable().isMultiple() ? List.of() : across(column));
      }
    }
    List<Sum> all = new ArrayList<>(across(0));
    all.addAll(within(0));
    show(0, all);
  }

  /** Rounds one count so that the sums which it is the whole of tell nothing of their parts; parts that it would tell of are hidden, and their kin with them. */
  private void show(int cell, List<Sum> sums) {
    Tally tally = tallies[cell];
    if (tally == null || tally.firms() < k) {
      return; // few, as it is from the beginning
    }
    int[] ways = ways(tally);
    long[] faults = Arrays.stream(ways).mapToLong(way -> sums.stream().filter(sum -> !sheet.leavesParts(way, sum)).count()).toArray();
    int way = ways.length == 1 || faults[0] <= faults[1] ? ways[0] : ways[1];
    sums.stream().filter(sum -> !sheet.leavesParts(way, sum)).forEach(sum -> IntStream.range(0, sum.count()).forEach(i -> sheet.hide(sum.first() + i * sum.step())));
    sheet.show(cell, way);
  }

  /** The two multiples of k around a count, the one that chance prefers first; chance prefers the nearer one more often, so that figures are right on average. */
  private int[] ways(Tally tally) {
    int rest = tally.firms() % k;
    int down = tally.firms() - rest;
    return rest == 0 ? new int[] {down} : secret.chance("round " + tally.key()) * k < rest ? new int[] {down + k, down} : new int[] {down, down + k};
  }

  /** As long as all sums together would tell more of a hidden count than that it is under k, what tells it is hidden: its column's total, else its row. */
  private void attack(Span span) {
    for (int told = told(span); told >= 0; told = told(span)) {
      int row = told / slots.size();
      int column = told % slots.size();
      if (row > 0 && sheet.isShown(column)) {
        sheet.hide(column);
      } else if (!hideRow(row, span)) {
        throw new IllegalStateException("the count of " + slots.get(column) + " in " + areas.get(row) + " can be told and nothing is left to hide");
      }
    }
  }

  /** @return whether there was something to hide */
  private boolean hideRow(int row, Span span) {
    boolean hid = false;
    for (int column = span.from(); column < span.from() + span.values(); column++) {
      int cell = sheet.cell(row, column);
      hid |= sheet.isShown(cell) || sheet.hidden(cell) != Hidden.COMPLEMENT;
      sheet.hide(cell);
    }
    return hid;
  }

  /** A hidden count with fewer than k - 1 possibilities left; -1 if there is none. */
  private int told(Span span) {
    Deduction deduction = new Deduction(sheet, areas.size(), firstZone, span.from(), span.values());
    for (int row = 0; row < areas.size(); row++) {
      for (int value = 0; value < span.values(); value++) {
        int cell = sheet.cell(row, span.from() + value);
        if (!sheet.isShown(cell) && deduction.possibilities(row, value) < k - 1) {
          return cell;
        }
      }
    }
    return -1;
  }

  private List<Sum> within(int row) {
    return spans.stream().filter(span -> !span.variable().isMultiple())
        .map(span -> new Sum(sheet.cell(row, 0), sheet.cell(row, span.from()), span.values(), 1)).toList();
  }

  private List<Sum> across(int column) {
    return List.of(new Sum(column, sheet.cell(1, column), firstZone - 1, slots.size()),
        new Sum(column, sheet.cell(firstZone, column), areas.size() - firstZone, slots.size()));
  }

  private Figures figures() {
    return new Figures(IntStream.range(0, areas.size()).mapToObj(row -> new Figures.OfArea(areas.get(row).kind(), areas.get(row).code(), null,
        IntStream.range(0, slots.size()).filter(column -> row == 0 || column == 0 || isSaid(sheet.cell(row, column)))
            .mapToObj(column -> figure(slots.get(column), sheet.cell(row, column))).toList())).toList());
  }

  /** Most values of most areas are had by few; of those it is enough that nothing is said. */
  private boolean isSaid(int cell) {
    return sheet.isShown(cell) || sheet.hidden(cell) != Hidden.FEW;
  }

  private Figures.OfSlot figure(Slot slot, int cell) {
    return !sheet.isShown(cell) ? new Figures.OfSlot(slot.variable(), slot.value(), null, sheet.hidden(cell), List.of())
        : new Figures.OfSlot(slot.variable(), slot.value(), sheet.shown(cell), null, sums(tallies[cell], sheet.shown(cell)));
  }

  private List<Figures.Sum> sums(Tally tally, int firms) {
    return Arrays.stream(Amount.values()).map(amount -> {
      int known = tally.known(amount);
      if (known < k || tally.contributing(amount) < k) {
        return new Figures.Sum(amount, null, null, Hidden.FEW);
      }
      int answered = Math.min(firms, known - known % k + (secret.chance("known " + amount.id() + " " + tally.key()) * k < known % k ? k : 0));
      return tally.isDominated(amount, dominancePercent) ? new Figures.Sum(amount, null, answered, Hidden.DOMINATED)
          : new Figures.Sum(amount, rounded(tally.masked(amount)), answered, null);
    }).toList();
  }

  private static double rounded(double value) {
    double step = Math.max(LEAST_STEP, Math.pow(10, Math.floor(Math.log10(Math.max(1, value))) - DIGITS + 1));
    return Math.round(value / step) * step;
  }
}
