package org.comparto.path;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/** Which turns are not allowed, besides turning round where that is not allowed at all. Immutable. */
public final class Turns {

  private static final Turns FREE = new Turns(true, new long[0]);

  private final boolean round;
  /** Sorted pairs of arcs. */
  private final long[] forbidden;
  /** The arcs that begin a forbidden turn: so few that most questions are answered by one bit. */
  private final BitSet beginning = new BitSet();

  private Turns(boolean round, long[] forbidden) {
    this.round = round;
    this.forbidden = forbidden;
    Arrays.stream(forbidden).forEach(turn -> beginning.set((int) (turn >> 32)));
  }

  /** Everything is allowed, turning round too: for who walks. */
  public static Turns free() {
    return FREE;
  }

  /**
   * No turning round on the road (an arc followed by its twin), and none of these turns.
   *
   * @param forbidden pairs of arcs as {@code (long) from << 32 | to}
   */
  public static Turns without(Collection<Long> forbidden) {
    return new Turns(false, forbidden.stream().mapToLong(Long::longValue).sorted().distinct().toArray());
  }

  /** Whether one may go from the end of an arc on into another that leaves there. */
  public boolean allowed(int from, int to) {
    return (round || (from ^ 1) != to)
        && !(beginning.get(from) && Arrays.binarySearch(forbidden, (long) from << 32 | to) >= 0);
  }
}
