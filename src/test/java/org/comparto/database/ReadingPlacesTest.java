package org.comparto.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.comparto.problem.RefusedException;
import org.junit.jupiter.api.Test;

/** The public waits for a place, but not for ever and not in any number. */
class ReadingPlacesTest {

  private final ReadingPlaces places = new ReadingPlaces(new ReadingPlacesProperties(1, Duration.ofSeconds(20), 1, 1));
  private final CountDownLatch leave = new CountDownLatch(1);

  @Test
  void whoFindsThePlaceTakenWaitsForIt() throws Exception {
    occupyReading();
    CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> places.read(() -> "read"));
    assertThat(second).isNotDone();
    leave.countDown();
    assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo("read");
  }

  @Test
  void whoWaitsTooLongIsToldToComeBack() throws Exception {
    ReadingPlaces impatient = new ReadingPlaces(new ReadingPlacesProperties(1, Duration.ofMillis(50), 1, 1));
    CountDownLatch inside = new CountDownLatch(1);
    CompletableFuture.runAsync(() -> impatient.run(() -> stay(inside)));
    inside.await();
    assertThatThrownBy(() -> impatient.read(() -> "read")).isInstanceOf(RefusedException.class).hasMessageContaining("ask again");
    leave.countDown();
  }

  @Test
  void aPlaceIsFreeAgainAfterAFailure() {
    assertThatThrownBy(() -> places.read(() -> {
      throw new IllegalStateException("failed");
    })).hasMessage("failed");
    assertThat(places.<String>read(() -> "read")).isEqualTo("read");
  }

  @Test
  void whoWouldBeOneTooManyInTheQueueIsRefusedAtOnce() throws Exception {
    occupyReading();
    FutureTask<String> second = new FutureTask<>(() -> places.read(() -> "read"));
    Thread waiting = new Thread(second);
    waiting.start();
    while (waiting.getState() != Thread.State.TIMED_WAITING) { // until it stands in the queue
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> places.read(() -> "read")).isInstanceOf(RefusedException.class);
    leave.countDown();
    assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo("read");
  }

  @Test
  void wholeLayersHaveADoorOfTheirOwnWhereNobodyWaits() throws Exception {
    occupyReading();
    ReadingPlaces.Place place = places.takeForAll();
    assertThatThrownBy(places::takeForAll).isInstanceOf(RefusedException.class).hasMessageContaining("try again in 20 seconds");
    place.close();
    places.takeForAll().close();
    leave.countDown();
  }

  private void occupyReading() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CompletableFuture.runAsync(() -> places.read(() -> stay(inside)));
    inside.await();
  }

  private String stay(CountDownLatch inside) {
    inside.countDown();
    try {
      leave.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "left";
  }
}
