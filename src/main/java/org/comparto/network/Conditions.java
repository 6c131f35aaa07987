package org.comparto.network;

import java.util.List;
import java.util.Set;

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

  /** As these, without some bottlenecks: their restrictions are lifted, and they are open if they are missing links. */
  public Conditions fixed(Set<Long> bottlenecks) {
    Set<Long> opened = new java.util.HashSet<>(open);
    opened.addAll(bottlenecks);
    return new Conditions(restrictions.stream().filter(restriction -> !bottlenecks.contains(restriction.bottleneck())).toList(), opened);
  }
}
