package org.comparto.ogc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.comparto.problem.RefusedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The one door of whole layers: each download holds a connection, and some a program and space on disk, so that only a few
 * run at a time. Who finds no place is told when to come back.
 */
@Component
class DownloadPlaces {

  private static final Duration COME_BACK = Duration.ofSeconds(20);

  private final Semaphore free;

  /** @param places downloads at the same time */
  DownloadPlaces(@Value("${comparto.downloads:4}") int places) {
    this.free = new Semaphore(places);
  }

  /** A place, free again when it is closed. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** @throws RefusedException 503 with Retry-After if all are taken */
  Place take() {
    if (!free.tryAcquire()) {
      throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "As many downloads as this server makes at a time are under way; "
          + "try again in " + COME_BACK.toSeconds() + " seconds, or read the features page by page from /items.", null, COME_BACK);
    }
    return free::release;
  }
}
