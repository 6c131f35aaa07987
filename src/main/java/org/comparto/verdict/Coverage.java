package org.comparto.verdict;

import java.util.BitSet;
import java.util.List;

/** Whether something covers a face; a face is known by the numbers of the shapes ({@link Shapes}) in which it lies. */
interface Coverage {

  Truth at(BitSet face);

  Coverage NOTHING = face -> Truth.FALSE;
  Coverage EVERYTHING = face -> Truth.TRUE;

  default Coverage or(Coverage other) {
    return this == NOTHING ? other : other == NOTHING ? this : face -> at(face).or(other.at(face));
  }

  default Coverage and(Coverage other) {
    return this == EVERYTHING ? other : other == EVERYTHING ? this : face -> at(face).and(other.at(face));
  }

  default Coverage without(Coverage other) {
    return other == NOTHING ? this : face -> at(face).and(other.at(face).not());
  }

  static Coverage any(List<Coverage> some) {
    return some.stream().reduce(NOTHING, Coverage::or);
  }
}
