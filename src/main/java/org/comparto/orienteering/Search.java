package org.comparto.orienteering;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to search. Problem, seed, iterations and beginning decide the answer, unless {@code most} or a stop ends the search before.
 *
 * @param iterations the search ends after so many without anything better
 * @param most the search ends after this time at the latest
 * @param begin a plan to begin with; of its stops those are kept that fit
 */
public record Search(long seed, long iterations, Duration most, @Nullable Plan begin) {

  /** Enough for a tour of 50 stops on four routes to settle. */
  public static final long USUAL_ITERATIONS = 100_000;

  public Search {
    if (iterations < 0 || most.isNegative()) {
      throw new IllegalArgumentException(iterations + " iterations, " + most);
    }
  }
}
