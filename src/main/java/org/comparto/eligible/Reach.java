package org.comparto.eligible;

import java.util.Locale;

/** How far from a shape something can matter, as boxes in degrees: never less than the metres, and a little more. */
final class Reach {

  /** More than the kernel asks for in its boxes (module verdict), so that whatever it can read is told here too. */
  private static final int MARGIN_M = 50;
  private static final double MARGIN = 1.05;
  private static final int METRES_OF_A_DEGREE = 110_500;

  private Reach() {}

  /** SQL of the box of a geometry, grown. @param shape an SQL expression; @param metres an SQL expression */
  static String box(String shape, String metres) {
    // a degree of longitude is shortest at the end that is nearer to a pole, and shorter yet where the box has grown to
    String cosine = "cos(radians(least(greatest(abs(ST_YMin(" + shape + ")), abs(ST_YMax(" + shape + "))) + 1, 89)))";
    return String.format(Locale.ROOT, "ST_Expand(ST_Envelope(%1$s), (%2$s * %6$.2f + %3$d) / (%4$d * %5$s), (%2$s * %6$.2f + %3$d) / %4$d)", shape, metres, MARGIN_M,
        METRES_OF_A_DEGREE, cosine, MARGIN);
  }
}
