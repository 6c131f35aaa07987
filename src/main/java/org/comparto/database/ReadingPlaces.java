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
  private final Semaphore readings;
  private final Semaphore downloads;

  ReadingPlaces(ReadingPlacesProperties properties) {
    this.properties = properties;
    this.readings = new Semaphore(properties.readings(), true);
    this.downloads = new Semaphore(properties.downloads(), true);
  }

  /** Reads for one page, tile or list: what takes moments. */
  public <T> T read(Supplier<T> reading) {
    return in(readings, properties.readingWait(), reading);
  }

  /** Reads a whole layer, at the pace of whoever receives it. */
  public <T> T download(Supplier<T> reading) {
    return in(downloads, properties.downloadWait(), reading);
  }

  private <T> T in(Semaphore places, Duration wait, Supplier<T> reading) {
    if (!enter(places, wait)) {
      throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy",
          "Too many are asking at this moment; ask again in a few seconds.", null, COME_BACK);
    }
    try {
      return reading.get();
    } finally {
      places.release();
    }
  }

  private boolean enter(Semaphore places, Duration wait) {
    if (places.getQueueLength() >= properties.queue()) {
      return false;
    }
    try {
      return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
