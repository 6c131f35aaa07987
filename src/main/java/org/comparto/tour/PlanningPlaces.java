package org.comparto.tour;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Planning keeps a processor busy for seconds: few tours are planned and timed at a time, others wait a little. */
@Component
class PlanningPlaces {

  private static final Duration COME_BACK = Duration.ofSeconds(10);

  private final Semaphore planning = new Semaphore(2, true);
  private final Semaphore timing = new Semaphore(4, true);
  private final Duration patience;

  PlanningPlaces(TourProperties properties) {
    patience = properties.patience();
  }

  <T> T plan(Supplier<T> work) {
    return take(planning, work);
  }

  <T> T time(Supplier<T> work) {
    return take(timing, work);
  }

  /** @throws RefusedException 503 with Retry-After if no place gets free in time */
  private <T> T take(Semaphore places, Supplier<T> work) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "As many tours as this server plans at a time are under way; try again in "
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
