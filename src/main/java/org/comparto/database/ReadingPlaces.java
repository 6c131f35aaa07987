package org.comparto.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How much of the database the public may occupy at once, so that many visitors wait for each other and not the desk for them.
 * Who finds no place within the waiting time is answered 503 and when to come back. A reading must not ask for a second place.
 */
@Component
public class ReadingPlaces {

  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final ReadingPlacesProperties properties;
  private final Semaphore free;

  ReadingPlaces(ReadingPlacesProperties properties) {
    this.properties = properties;
    this.free = new Semaphore(properties.readings(), true);
  }

  /** Reads for one page, tile or list: what takes moments. */
  public <T> T read(Supplier<T> reading) {
    enter();
    try {
      return reading.get();
    } finally {
      free.release();
    }
  }

  /** The same for a reading without a result of its own. */
  public void run(Runnable reading) {
    enter();
    try {
      reading.run();
    } finally {
      free.release();
    }
  }

  private void enter() {
    try {
      if (free.getQueueLength() < properties.queue() && free.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many are asking at this moment; ask again in a few seconds.",
        null, COME_BACK);
  }
}
