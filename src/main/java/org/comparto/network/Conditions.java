package org.comparto.network;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way, and which missing links are there.
 *
 * @param restrictions in force
 * @param open the missing links, by the id of their bottleneck, that may be driven
 */
public record Conditions(List<Restriction> restrictions, Set<Long> open) {

  public static final Conditions NONE = new Conditions(List.of(), Set.of());

  public Conditions {
    restrictions = List.copyOf(restrictions);
    open = Set.copyOf(open);
  }

  /** As these at a time on the clock of the place; with none, what is limited to hours counts as in force. */
  public Conditions at(@Nullable LocalDateTime time) {
    return time == null ? this : new Conditions(restrictions.stream().filter(one -> one.effects().holdsAt(time)).toList(), open);
  }

  /** As these, without some bottlenecks: their restrictions are lifted, and they are open if they are missing links. */
  public Conditions fixed(Set<Long> bottlenecks) {
    Set<Long> opened = new java.util.HashSet<>(open);
    opened.addAll(bottlenecks);
    return new Conditions(restrictions.stream().filter(restriction -> !bottlenecks.contains(restriction.bottleneck())).toList(), opened);
  }
}
