package org.comparto.campaign.matching;

import java.util.List;

/** A campaign to be solved. Hosts, slots and groups are known by their index. */
public record Problem(List<Host> hosts, List<Slot> slots, List<Group> groups, int days, Rules rules, Ways ways) {

  /** No limit. */
  public static final int ANY = 1 << 28;

  public Problem {
    hosts = List.copyOf(hosts);
    slots = List.copyOf(slots);
    groups = List.copyOf(groups);
  }

  /** Orders slots in time. */
  int begins(int slot) {
    Slot one = slots.get(slot);
    return one.day() * 1440 + one.from();
  }

  /** Visits that are wanted. */
  public int wanted() {
    return groups.stream().mapToInt(Group::visits).sum();
  }

  /** What all preferences together are worth, if every group were alone. */
  public int bestPoints() {
    return groups.stream().mapToInt(Group::bestPoints).sum();
  }
}
