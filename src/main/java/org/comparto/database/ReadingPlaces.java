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
 * There are two doors. What takes moments, a page, a tile or a list, waits its turn. What takes minutes, a whole layer, holds a
 * connection and perhaps a program and space on disk: for it nobody waits. Who finds no place is answered 503 and when to come
 * back. A reading must not ask for a second place.
 */
@Component
public class ReadingPlaces {

  private static final Duration COME_BACK = Duration.ofSeconds(5);
  private static final Duration COME_BACK_FOR_ALL = Duration.ofSeconds(20);

  /** A place for a whole layer, free again when it is closed. */
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  private final ReadingPlacesProperties properties;
  private final Semaphore free;
  private final Semaphore freeForAll;

  ReadingPlaces(ReadingPlacesProperties properties) {
    this.properties = properties;
    this.free = new Semaphore(properties.readings(), true);
    this.freeForAll = new Semaphore(properties.downloads());
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

  /** A place for reading a whole layer. What is read under it asks for no other. */
  public Place takeForAll() {
    if (!freeForAll.tryAcquire()) {
      throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "As many downloads as this server makes at a time are under way; "
          + "try again in " + COME_BACK_FOR_ALL.toSeconds() + " seconds, or read the features page by page from /items.", null, COME_BACK_FOR_ALL);
    }
    return freeForAll::release;
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
