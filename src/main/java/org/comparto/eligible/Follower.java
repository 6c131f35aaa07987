package org.comparto.eligible;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps eligible areas true in the background: what a change touched is computed at once, on a thread of its own so that nobody waits for it;
 * what is more than that, after a start or another rule set, becomes a job that says how far it is.
 */
@Component
class Follower implements SmartLifecycle {

  /** More pieces than this are a job. */
  private static final int AT_ONCE = 60;
  private static final Duration AFTER_START = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);
  private static final Logger log = LoggerFactory.getLogger(Follower.class);

  private final Keeper keeper;
  private final Pieces pieces;
  private final Computation computation;
  private final Runs runs;
  private final EligibleSettings settings;
  private volatile @Nullable Thread thread;

  Follower(Keeper keeper, Pieces pieces, Computation computation, Runs runs, EligibleSettings settings) {
    this.keeper = keeper;
    this.pieces = pieces;
    this.computation = computation;
    this.runs = runs;
    this.settings = settings;
  }

  /** One look. @param most pieces that are computed at once; more of them become a job */
  void look(int most) {
    keeper.keep();
    boolean running = runs.settle().isPresent();
    long waiting = pieces.waiting(null);
    if (waiting > most && !running) {
      runs.beginUnlessRunning("system");
    } else if (waiting > 0 && waiting <= most) {
      computation.complete(null, done -> {});
    }
  }

  @Override
  public void start() {
    if (settings.follow()) {
      Thread made = new Thread(this::follow, "eligible-areas");
      made.setDaemon(true);
      thread = made;
      made.start();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
      try {
        running.join(Duration.ofSeconds(5).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void follow() {
    rest(AFTER_START);
    while (Thread.currentThread() == thread) {
      try {
        look(AT_ONCE);
        rest(BETWEEN_LOOKS);
      } catch (RuntimeException e) {
        if (Thread.currentThread() == thread) {
          log.warn("Eligible areas can not be kept just now: {}", String.valueOf(e.getMessage()));
          rest(AFTER_FAILURE);
        }
      }
    }
  }

  private void rest(Duration time) {
    try {
      Thread.sleep(thread == null ? 0 : time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread = null;
    }
  }
}
