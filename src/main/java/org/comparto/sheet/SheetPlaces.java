package org.comparto.sheet;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.comparto.problem.RefusedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Setting a sheet takes a processor and some memory for a second: only a few are made at a time, others wait a little and are then told when to come back. */
@Component
public class SheetPlaces {

  private static final Duration COME_BACK = Duration.ofSeconds(10);

  private final Semaphore free;
  private final Duration patience;

  /** @param places sheets made at the same time @param patience how long one waits for a place */
  SheetPlaces(@Value("${comparto.sheets.places:2}") int places, @Value("${comparto.sheets.patience:5s}") Duration patience) {
    this.free = new Semaphore(places, true);
    this.patience = patience;
  }

  /** @throws RefusedException 503 with Retry-After if no place gets free in time */
  public <T> T make(Supplier<T> sheet) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "As many fact sheets as this server makes at a time are under way; try again in "
            + COME_BACK.toSeconds() + " seconds.", null, COME_BACK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    try {
      return sheet.get();
    } finally {
      free.release();
    }
  }
}
