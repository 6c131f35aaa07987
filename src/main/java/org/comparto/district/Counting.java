package org.comparto.district;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts the firms of a territory: by area, and in every area by the values of one variable, never of two. */
final class Counting {

  /** A firm's amounts are off by a tenth at least and three tenths at most. */
  private static final double LEAST_NOISE = 0.1;
  private static final double FURTHER_NOISE = 0.2;

  private Counting() {}

  /**
   * Counts what is there: what no firm has is missing.
   *
   * @param secret masks the amounts; null where only exact figures are wanted
   */
  static Map<Area, Map<Slot, Tally>> count(String territory, Collection<Firm> firms, @Nullable Secret secret) {
    Map<Area, Map<Slot, Tally>> counted = new HashMap<>();
    counted.put(new Area(Area.Kind.TERRITORY, territory), new HashMap<>(Map.of(Slot.ALL, new Tally())));
    for (Firm firm : firms) {
      long key = secret == null ? 0 : secret.number("firm " + firm.id());
      double[] factors = secret == null ? null : factors(firm, secret);
      for (Area area : areas(territory, firm)) {
        Map<Slot, Tally> slots = counted.computeIfAbsent(area, one -> new HashMap<>());
        slots.computeIfAbsent(Slot.ALL, slot -> new Tally()).add(firm, key, factors);
        for (Variable variable : Variable.values()) {
          for (String value : firm.answers(variable)) {
            slots.computeIfAbsent(new Slot(variable, value), slot -> new Tally()).add(firm, key, factors);
          }
        }
      }
    }
    return counted;
  }

  private static List<Area> areas(String territory, Firm firm) {
    return List.of(new Area(Area.Kind.TERRITORY, territory), new Area(Area.Kind.MUNICIPALITY, Objects.requireNonNullElse(firm.municipality(), Area.NONE)),
        new Area(Area.Kind.ZONE, firm.zone() == null ? Area.NONE : firm.zone().toString()));
  }

  /** For good: what a firm's amounts are multiplied by does not change with the day, the cell or the question. */
  private static double[] factors(Firm firm, Secret secret) {
    double[] factors = new double[Amount.values().length];
    for (Amount amount : Amount.values()) {
      double drawn = secret.chance("factor " + amount.id() + " " + firm.id()) * 2 - 1;
      factors[amount.ordinal()] = 1 + Math.copySign(LEAST_NOISE + FURTHER_NOISE * Math.abs(drawn), drawn);
    }
    return factors;
  }
}
