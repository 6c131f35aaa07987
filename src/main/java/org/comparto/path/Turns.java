package org.comparto.path;

import java.util.Set;

/** Which turns are not allowed, besides turning round where that is not allowed at all. Immutable. */
public interface Turns {

  /** Whether one may go from the end of an arc on into another that leaves there. */
  boolean allowed(int from, int to);

  /** Everything is allowed, turning round too: for who walks. */
  static Turns free() {
    return (from, to) -> true;
  }

  /**
   * No turning round on the road (an arc followed by its twin), and none of these turns.
   *
   * @param forbidden pairs of arcs as {@code (long) from << 32 | to}
   */
  static Turns without(Set<Long> forbidden) {
    return new ForbiddenTurns(forbidden);
  }
}
