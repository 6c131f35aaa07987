package org.comparto.district;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of a territory, by area and within it by the values of one variable: an edition, or what the desk sees exactly. */
record Figures(List<OfArea> areas) {

  /** Why something is not shown. */
  enum Hidden {
    /** It rests on fewer firms than may be shown. */
    FEW,
    /** One firm makes so much of it that others could guess its amount. */
    DOMINATED,
    /** It would tell something hidden beside it. */
    COMPLEMENT
  }

  /** @param name of the municipality or zone; null where there is none */
  record OfArea(Area.Kind kind, String code, @Nullable String name, List<OfSlot> slots) {

    Optional<OfSlot> find(Slot slot) {
      return slots.stream().filter(one -> one.variable() == slot.variable() && java.util.Objects.equals(one.value(), slot.value())).findFirst();
    }
  }

  /** @param firms how many; null where hidden, and then there are no sums either */
  record OfSlot(@Nullable Variable variable, @Nullable String value, @Nullable Integer firms, @Nullable Hidden hidden, List<Sum> sums) {

    Optional<Sum> sum(Amount amount) {
      return sums.stream().filter(one -> one.amount() == amount).findFirst();
    }
  }

  /**
   * An amount of all firms that have told it.
   *
   * @param answered how many have; null where they are too few
   */
  record Sum(Amount amount, @Nullable Double value, @Nullable Integer answered, @Nullable Hidden hidden) {}
}
