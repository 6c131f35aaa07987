package org.comparto.community;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A large community keeps a processor and some hundred megabytes busy for a moment: few are read and computed at a time, others wait a little. */
@Component
class BalancePlaces {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration COME_BACK = Duration.ofSeconds(10);

  /** Some work that reads a request and answers it. */
  interface Work<T> {
    T get() throws IOException;
  }

  private final Semaphore ofAnybody = new Semaphore(2, true);
  /** Their own, so that nobody from outside keeps planners waiting. */
  private final Semaphore ofProposers = new Semaphore(2, true);

  /** @throws RefusedException 503 with Retry-After if no place gets free in time */
  <T> T take(boolean proposer, Work<T> work) throws IOException {
    Semaphore places = proposer ? ofProposers : ofAnybody;
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "As many communities as this server computes at a time are under way; try again in "
            + COME_BACK.toSeconds() + " seconds.", null, COME_BACK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
