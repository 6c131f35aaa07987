package org.comparto.tour;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.comparto.tour.Planning.Shown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Searches that somebody watches, in the memory of this instance: a few at a time, for some minutes. */
@Component
class Searches {

  /**
   * How far a search is.
   *
   * @param state running, done or stopped
   * @param improvements how many plans were better than those before
   * @param best so far; null until there is one
   * @param problem why there will be none; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record State(String id, String state, int improvements, @Nullable Answer best, @Nullable String problem) {}

  private static final Logger log = LoggerFactory.getLogger(Searches.class);
  private static final int MOST = 20;
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration COME_BACK = Duration.ofSeconds(30);

  /** One of them. */
  private static final class Running {

    private final long begun = System.nanoTime();
    private final String language;
    private final AtomicInteger improvements = new AtomicInteger();
    private volatile boolean stopped;
    private volatile @Nullable Shown found;
    private volatile @Nullable Answer answer;
    private volatile @Nullable String problem;

    Running(String language) {
      this.language = language;
    }
  }

  private final Planner planner;
  private final Map<String, Running> known = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
    Thread thread = new Thread(work, "tour-search");
    thread.setDaemon(true);
    return thread;
  });

  Searches(Planner planner) {
    this.planner = planner;
  }

  /** @throws RefusedException 503 with Retry-After if too many are kept */
  synchronized String begin(ObjectNode question, String language) {
    known.values().removeIf(one -> System.nanoTime() - one.begun > KEPT.toNanos());
    if (known.size() >= MOST) {
      known.values().removeIf(one -> one.answer != null || one.problem != null);
    }
    if (known.size() >= MOST) {
      throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "As many tours as this server plans at a time are under way; try again in "
          + COME_BACK.toSeconds() + " seconds.", null, COME_BACK);
    }
    String id = UUID.randomUUID().toString();
    Running running = new Running(language);
    known.put(id, running);
    threads.execute(() -> run(question, running));
    return id;
  }

  private void run(ObjectNode question, Running running) {
    try {
      running.answer = planner.search(question, running.language, found -> {
        running.found = found;
        running.improvements.incrementAndGet();
      }, () -> running.stopped);
    } catch (RuntimeException e) {
      log.warn("A search for a tour ended: {}", e.toString());
      running.problem = e.getMessage() == null ? e.toString() : e.getMessage();
    } finally {
      running.found = null;
    }
  }

  /** @throws NotFoundException if there is none, or no more */
  State state(String id) {
    Running running = running(id);
    Shown found = running.found; // before the answer: it takes its place
    Answer answer = running.answer;
    Answer best = answer != null ? answer : found == null ? null : planner.answer(found, running.language);
    String problem = running.problem;
    String state = answer == null && problem == null ? "running" : running.stopped ? "stopped" : "done";
    return new State(id, state, running.improvements.get(), best, problem);
  }

  State stop(String id) {
    running(id).stopped = true;
    return state(id);
  }

  private Running running(String id) {
    Running running = known.get(id);
    if (running == null || System.nanoTime() - running.begun > KEPT.toNanos()) {
      throw new NotFoundException("id", "There is no such search, or it has ended too long ago.");
    }
    return running;
  }

  @PreDestroy
  void end() {
    known.values().forEach(one -> one.stopped = true);
    threads.shutdownNow();
  }
}
