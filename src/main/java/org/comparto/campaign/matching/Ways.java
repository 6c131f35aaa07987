package org.comparto.campaign.matching;

/**
 * The ways between schools and hosts: whole minutes and metres, {@link #NONE} where there is no way.
 *
 * @param there minutes by group and host
 * @param metres by group and host
 * @param back minutes by group and host, from the host to the school
 * @param between minutes by host and host
 */
public record Ways(int[][] there, int[][] metres, int[][] back, int[][] between) {

  public static final int NONE = 1 << 28;

  /** Minutes that a group is on the road for these visits: a round each day. Sorts {@code slots} by time. */
  int minutes(Problem problem, int group, int[] slots, int count) {
    int sum = 0;
    for (int i = 1; i < count; i++) {
      for (int j = i; j > 0 && problem.begins(slots[j]) < problem.begins(slots[j - 1]); j--) {
        int swapped = slots[j];
        slots[j] = slots[j - 1];
        slots[j - 1] = swapped;
      }
    }
    for (int i = 0; i < count; i++) {
      Slot slot = problem.slots().get(slots[i]);
      Slot before = i == 0 ? null : problem.slots().get(slots[i - 1]);
      if (before == null || before.day() != slot.day()) {
        sum += there[group][slot.host()] + (before == null ? 0 : back[group][before.host()]);
      } else {
        sum += between[before.host()][slot.host()];
      }
    }
    return count == 0 ? 0 : sum + back[group][problem.slots().get(slots[count - 1]).host()];
  }
}
