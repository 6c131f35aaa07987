package org.comparto.path;

import java.util.BitSet;
import java.util.Set;

/** Turns that signs forbid. Few arcs begin one, so that most are answered by one bit. */
final class ForbiddenTurns implements Turns {

  private final BitSet beginning = new BitSet();
  private final Set<Long> forbidden;

  ForbiddenTurns(Set<Long> forbidden) {
    this.forbidden = Set.copyOf(forbidden);
    forbidden.forEach(turn -> beginning.set((int) (turn >> 32)));
  }

  @Override
  public boolean allowed(int from, int to) {
    return (from ^ 1) != to && !(beginning.get(from) && forbidden.contains((long) from << 32 | to));
  }
}
