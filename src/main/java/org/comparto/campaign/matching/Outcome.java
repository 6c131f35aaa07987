package org.comparto.campaign.matching;

import java.util.List;

/** An assignment, which holds every hard limit but where locked visits break it, and how it was found. */
public record Outcome(List<Visit> visits, Score score, Bound bound, long iterations, End endedBy) {

  /** Why a search ended. */
  public enum End {
    /** Nothing better was found for long. */
    CONVERGED,
    TIME,
    STOPPED
  }
}
