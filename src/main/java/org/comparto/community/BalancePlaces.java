package org.comparto.community;

import java.io.IOException;
import java.time.Duration;
import org.comparto.problem.Gate;
import org.springframework.stereotype.Component;

/** A large community keeps a processor and some hundred megabytes busy for a moment: few are read and computed at a time, others wait a little. */
@Component
class BalancePlaces {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Gate ofAnybody = gate();
  /** Their own, so that nobody from outside keeps planners waiting. */
  private final Gate ofProposers = gate();

  <T> T take(boolean proposer, Gate.Work<T, IOException> work) throws IOException {
    return (proposer ? ofProposers : ofAnybody).pass(work);
  }

  private static Gate gate() {
    return new Gate(2, PATIENCE, "As many communities as this server computes at a time are under way; try again in 10 seconds.");
  }
}
