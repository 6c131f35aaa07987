package org.comparto.district;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Figures as they are, with nothing hidden: for the desk, never for publication. */
final class ExactFigures {

  private ExactFigures() {}

  static Figures of(Map<Area, Map<Slot, Tally>> counted) {
    return new Figures(counted.entrySet().stream().map(area -> new Figures.OfArea(area.getKey().kind(), area.getKey().code(), null,
        area.getValue().entrySet().stream().map(slot -> of(slot.getKey(), slot.getValue())).toList())).toList());
  }

  private static Figures.OfSlot of(Slot slot, Tally tally) {
    List<Figures.Sum> sums = Arrays.stream(Amount.values())
        .map(amount -> new Figures.Sum(amount, tally.known(amount) == 0 ? null : tally.sum(amount), tally.known(amount), null)).toList();
    return new Figures.OfSlot(slot.variable(), slot.value(), tally.firms(), null, sums);
  }
}
