package org.comparto.sheet;

import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The round scales that maps are drawn at; a scale is its denominator, 2000 for 1:2,000. */
final class MapScale {

  static final List<Integer> ROUND = List.of(500, 1_000, 2_000, 2_500, 5_000, 10_000, 25_000);

  private MapScale() {}

  /**
   * Reads a scale that somebody asks for.
   *
   * @param scale the denominator; null for none
   */
  static @Nullable Integer parse(@Nullable String scale) {
    if (scale == null) {
      return null;
    }
    try {
      int wanted = Integer.parseInt(scale);
      if (ROUND.contains(wanted)) {
        return wanted;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new InvalidInputException("scale", "scale is \"" + scale + "\"; there are " + String.join(", ", ROUND.stream().map(String::valueOf).toList())
        + ", or leave it out for the one that fits the plot");
  }

  /** The largest scale at which something fits into half of the frame each way, so that its surroundings are seen; else the smallest there is. */
  static int fitting(double widthM, double heightM, double frameWidthMm, double frameHeightMm) {
    return ROUND.stream().filter(scale -> widthM * 1000 / scale <= frameWidthMm * 0.5 && heightM * 1000 / scale <= frameHeightMm * 0.55)
        .findFirst().orElse(ROUND.get(ROUND.size() - 1));
  }
}
