package org.comparto.district;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comparto.district.Figures.Hidden;
import org.comparto.district.PlainSheet.Cell;
import org.comparto.district.PlainSheet.Relation;

/**
 * The rules of {@link Protection} as they are told, cell by cell and sum by sum, and the attack anew on everything after each cell that it hides: what the quicker one
 * must agree with in every figure.
 */
final class PlainProtection {

  /** Sums are written with so many digits: more would be noise. */
  private static final int DIGITS = 2;
  private static final int LEAST_STEP = 5;

  private final Map<Area, Map<Slot, Tally>> counted;
  private final Secret secret;
  private final int k;
  private final int dominancePercent;
  private final PlainSheet sheet;
  private final Area territory;
  private final Map<Area.Kind, List<Area>> divisions = new EnumMap<>(Area.Kind.class);
  private final Map<Variable, Set<String>> values = new EnumMap<>(Variable.class);

  private PlainProtection(Map<Area, Map<Slot, Tally>> counted, Secret secret, int k, int dominancePercent) {
    this.counted = new TreeMap<>(Comparator.comparing(Area::kind).thenComparing(Area::code));
    this.counted.putAll(counted);
    this.secret = secret;
    this.k = k;
    this.dominancePercent = dominancePercent;
    this.sheet = new PlainSheet(k);
    this.territory = counted.keySet().stream().filter(area -> area.kind() == Area.Kind.TERRITORY).findFirst().orElseThrow();
    for (Area.Kind kind : List.of(Area.Kind.MUNICIPALITY, Area.Kind.ZONE)) {
      divisions.put(kind, counted.keySet().stream().filter(area -> area.kind() == kind).sorted(Comparator.comparing(Area::code)).toList());
    }
    counted.get(territory).keySet().stream().filter(slot -> slot.variable() != null)
        .forEach(slot -> values.computeIfAbsent(slot.variable(), variable -> new TreeSet<>()).add(slot.value()));
  }

  /** What may be published, and nothing besides: areas and values that are hidden are in it without a number. */
  static Figures protect(Map<Area, Map<Slot, Tally>> counted, Secret secret, int k, int dominancePercent) {
    PlainProtection protection = new PlainProtection(counted, secret, k, dominancePercent);
    protection.round();
    protection.attack();
    return protection.figures();
  }

  private void round() {
    Stream<Area> parts = divisions.values().stream().flatMap(List::stream);
    parts.forEach(area -> {
      values.forEach((variable, all) -> all.forEach(value -> show(new Cell(area, new Slot(variable, value)), List.of())));
      show(new Cell(area, Slot.ALL), within(area));
    });
    values.forEach((variable, all) -> all.forEach(value -> {
      Slot slot = new Slot(variable, value);
      show(new Cell(territory, slot), variable.isMultiple() ? List.of() : across(slot));
    }));
    show(new Cell(territory, Slot.ALL), Stream.concat(across(Slot.ALL).stream(), within(territory).stream()).toList());
  }

  /** Rounds one count so that the sums which it is the whole of tell nothing of their parts; parts that it would tell of are hidden, and their kin with them. */
  private void show(Cell cell, List<Relation> relations) {
    Tally tally = tally(cell).orElse(null);
    if (tally == null || tally.firms() < k) {
      sheet.hide(cell, Hidden.FEW);
      return;
    }
    int[] ways = ways(tally);
    long[] faults = Arrays.stream(ways).mapToLong(way -> relations.stream().filter(relation -> !sheet.leavesParts(way, relation.parts())).count()).toArray();
    int way = ways.length == 1 || faults[0] <= faults[1] ? ways[0] : ways[1];
    relations.stream().filter(relation -> !sheet.leavesParts(way, relation.parts())).forEach(relation -> relation.parts().forEach(part -> sheet.hide(part, Hidden.COMPLEMENT)));
    sheet.show(cell, way);
  }

  /** The two multiples of k around a count, the one that chance prefers first; chance prefers the nearer one more often, so that figures are right on average. */
  private int[] ways(Tally tally) {
    int rest = tally.firms() % k;
    int down = tally.firms() - rest;
    return rest == 0 ? new int[] {down} : secret.chance("round " + tally.key()) * k < rest ? new int[] {down + k, down} : new int[] {down, down + k};
  }

  /** As long as all sums together would tell more of a hidden count than that it is under k, what tells it is hidden. */
  private void attack() {
    for (Variable variable : values.keySet()) {
      if (variable.isMultiple()) {
        continue;
      }
      List<Relation> relations = relations(variable);
      for (Optional<Cell> told = told(relations); told.isPresent(); told = told(relations)) {
        Cell column = new Cell(territory, told.get().slot());
        if (sheet.shown(column) != null && !told.get().area().equals(territory)) {
          sheet.hide(column, Hidden.COMPLEMENT);
        } else {
          Cell cell = told.get();
          values.get(variable).forEach(value -> sheet.hide(new Cell(cell.area(), new Slot(variable, value)), Hidden.COMPLEMENT));
        }
      }
    }
  }

  /** A hidden count with fewer than k - 1 possibilities left. */
  private Optional<Cell> told(List<Relation> relations) {
    return sheet.deduce(relations).entrySet().stream()
        .filter(one -> one.getKey().slot().variable() != null && sheet.shown(one.getKey()) == null && one.getValue().possibilities() < k - 1)
        .map(Map.Entry::getKey).findFirst();
  }

  private List<Relation> relations(Variable variable) {
    List<Relation> relations = new ArrayList<>(across(Slot.ALL));
    counted.keySet().forEach(area -> relations.add(row(area, variable)));
    values.get(variable).forEach(value -> relations.addAll(across(new Slot(variable, value))));
    return relations;
  }

  private List<Relation> within(Area area) {
    return values.keySet().stream().filter(variable -> !variable.isMultiple()).map(variable -> row(area, variable)).toList();
  }

  private Relation row(Area area, Variable variable) {
    return new Relation(new Cell(area, Slot.ALL), values.get(variable).stream().map(value -> new Cell(area, new Slot(variable, value))).toList());
  }

  private List<Relation> across(Slot slot) {
    return divisions.values().stream().map(areas -> new Relation(new Cell(territory, slot), areas.stream().map(area -> new Cell(area, slot)).toList())).toList();
  }

  private Optional<Tally> tally(Cell cell) {
    return Optional.ofNullable(counted.get(cell.area()).get(cell.slot()));
  }

  private Figures figures() {
    return new Figures(counted.keySet().stream().map(area -> {
      List<Slot> slots = Stream.concat(Stream.of(Slot.ALL), values.entrySet().stream().flatMap(one -> one.getValue().stream().map(value -> new Slot(one.getKey(), value)))).toList();
      return new Figures.OfArea(area.kind(), area.code(), null, slots.stream().map(slot -> figure(new Cell(area, slot)))
          .filter(slot -> area.equals(territory) || slot.variable() == null || slot.firms() != null || slot.hidden() != Hidden.FEW).toList());
    }).toList());
  }

  private Figures.OfSlot figure(Cell cell) {
    Integer firms = sheet.shown(cell);
    Slot slot = cell.slot();
    return firms == null ? new Figures.OfSlot(slot.variable(), slot.value(), null, sheet.hidden(cell), List.of())
        : new Figures.OfSlot(slot.variable(), slot.value(), firms, null, sums(tally(cell).orElseThrow(), firms));
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
