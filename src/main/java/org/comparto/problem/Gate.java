package org.comparto.problem;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;

/** Lets only so many do at a time what keeps a processor busy; others wait a little, in turn, and are then told when to come back. */
public final class Gate {

  /** What is done behind it. */
  public interface Work<T, E extends Exception> {
    T get() throws E;
  }

  private static final Duration COME_BACK = Duration.ofSeconds(10);

  private final Semaphore free;
  private final Duration patience;
  private final String busy;

  /**
   * @param places how many pass at a time
   * @param patience how long one waits for a place
   * @param busy the sentence for those who found none; it tells to come back in 10 seconds
   */
  public Gate(int places, Duration patience, String busy) {
    this.free = new Semaphore(places, true);
    this.patience = patience;
    this.busy = busy;
  }

  /** @throws RefusedException 503 with Retry-After if no place gets free in time */
  public <T, E extends Exception> T pass(Work<T, E> work) throws E {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy", busy, null, COME_BACK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
