package org.comparto.command;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Waits until a load or a job has ended; shows a progress bar on stderr where that is a terminal. */
final class Follow {

  private static final Set<String> UNDER_WAY = Set.of("checking", "applying", "rolling_back");
  private static final Set<String> ENDED = Set.of("DONE", "FAILED", "CANCELLED");
  private static final int BAR = 30;
  private static final long FIRST_WAIT_MS = 50;
  private static final long LONGEST_WAIT_MS = 250;

  private Follow() {}

  /** Answers the load as it is then. */
  static JsonNode load(Application application, long load) {
    boolean terminal = terminal();
    long wait = FIRST_WAIT_MS;
    boolean shown = false;
    while (true) {
      JsonNode now = application.get("/api/loads/" + load);
      if (!UNDER_WAY.contains(now.path("state").asString())) {
        if (shown) {
          System.err.print("\r\033[K");
        }
        return now;
      }
      if (terminal && now.hasNonNull("job")) {
        show(application.get("/api/jobs/" + now.path("job").asLong()));
        shown = true;
      }
      sleep(wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    }
  }

  /** Answers the job as it is then. */
  static JsonNode job(Application application, long job) {
    boolean terminal = terminal();
    long wait = FIRST_WAIT_MS;
    while (true) {
      JsonNode now = application.get("/api/jobs/" + job);
      if (ENDED.contains(now.path("state").asString())) {
        if (terminal) {
          System.err.print("\r\033[K");
        }
        return now;
      }
      if (terminal) {
        show(now);
      }
      sleep(wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    }
  }

  private static boolean terminal() {
    return System.console() != null && System.getenv("TERM") != null;
  }

  private static void show(JsonNode job) {
    StringBuilder line = new StringBuilder("\r").append(String.format("%-10s", job.path("step").asString(job.path("state").asString())));
    long done = job.path("done").asLong(0);
    long total = job.path("total").asLong(0);
    if (total > 0) {
      int filled = (int) Math.min(BAR, done * BAR / total);
      line.append('[').append("#".repeat(filled)).append(".".repeat(BAR - filled)).append("] ").append(done * 100 / total).append(" %  ");
    }
    if (job.path("ratePerSecond").asDouble(0) > 0) {
      line.append(String.format("%,.0f rows/s  ", job.path("ratePerSecond").asDouble()));
    }
    if (job.hasNonNull("secondsLeft")) {
      line.append(job.path("secondsLeft").asLong()).append(" s left");
    }
    System.err.print(line.append("\033[K"));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new Refused("interrupted; the application goes on with the load");
    }
  }
}
