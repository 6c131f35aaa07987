package org.comparto.facts;

import org.comparto.text.FieldText;

/** Straight distances in words. */
final class Distances {

  private Distances() {}

  /** Metres to a thousand, then kilometres with one decimal. */
  static String text(FieldText text, double metres) {
    return metres < 1_000 ? text.number(Math.round(metres), "m") : text.number(Math.round(metres / 100) / 10.0, "km");
  }
}
