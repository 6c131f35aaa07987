package org.comparto.filter;

import org.comparto.problem.InvalidInputException;

/** What is wrong with a filter, in words for the one who wrote it. */
class Mistake extends InvalidInputException {

  private static final int SHOWN = 40;

  Mistake(String message) {
    super("filter", message);
  }

  /** A piece of the filter for use in a message: quoted, and not longer than a line can bear. */
  static String shown(String piece) {
    return "\"" + (piece.length() <= SHOWN ? piece : piece.substring(0, SHOWN) + "…") + "\"";
  }
}
