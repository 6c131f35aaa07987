package org.comparto.mail;

import org.jspecify.annotations.Nullable;

/** How long a mail waits that could not be sent: 30 s, 1, 2, 4 … minutes, at most 6 hours, and not more than two days in all. */
public final class Patience {

  private static final long SHORTEST_WAIT_S = 30;
  private static final long LONGEST_WAIT_S = 6 * 60 * 60;
  private static final int MOST_ATTEMPTS = 14;
  private static final int LONGEST_ERROR = 500;

  private Patience() {}

  /** Seconds to the next attempt; null to give up. */
  public static @Nullable Long waitAfter(int attempts) {
    return attempts >= MOST_ATTEMPTS ? null : Long.valueOf(Math.min(LONGEST_WAIT_S, SHORTEST_WAIT_S << (attempts - 1)));
  }

  /** Why it failed, for the desk; it may hold an address and belongs in no log. */
  public static String error(Exception e) {
    String error = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return error.substring(0, Math.min(error.length(), LONGEST_ERROR));
  }
}
