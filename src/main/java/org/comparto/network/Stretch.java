package org.comparto.network;

/**
 * A part of an arc that a restriction lies on.
 *
 * @param from of the arc's way in its own direction, 0 to 1
 * @param to not before {@code from}; equal to it for a single point, for instance a level crossing
 * @param share of the restriction's delay that is spent here by who passes: 1 for a single point; where one passes several stretches one
 *     after the other, their shares make 1 together
 */
public record Stretch(int arc, double from, double to, double share) {

  public Stretch {
    if (arc < 0 || !(from >= 0 && from <= to && to <= 1) || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("no stretch from %s to %s of arc %d with share %s".formatted(from, to, arc, share));
    }
  }

  /** A single point of an arc. */
  public static Stretch point(int arc, double fraction) {
    return new Stretch(arc, fraction, fraction, 1);
  }

  /** A whole arc. */
  public static Stretch whole(int arc, double share) {
    return new Stretch(arc, 0, 1, share);
  }

  boolean isWhole() {
    return from == 0 && to == 1;
  }
}
