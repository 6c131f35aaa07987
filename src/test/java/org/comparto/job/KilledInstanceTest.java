package org.comparto.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.comparto.job.Job.State;
import org.comparto.job.TestJobs.CountingJob.Count;
import org.comparto.job.TestJobs.HeldJob;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.RunningApplication;
import org.comparto.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances on one database, one of them a process of its own that is killed in the middle of its jobs. */
@IntegrationTest
class KilledInstanceTest {

  @Autowired JdbcClient db;
  @Autowired Jobs jobs;
  @TempDir Path data;
  @Nullable Process other;

  @AfterEach
  void nothingStays() throws InterruptedException {
    HeldJob.gate.countDown();
    if (other != null) {
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    db.sql("UPDATE job SET cancel_requested = true").update();
    await("the end of all jobs", () -> count("SELECT count(*) FROM scheduled_tasks") == 0);
    db.sql("DELETE FROM job").update();
  }

  @Test
  void theOtherNoticesAndRunsAgainWhatMayBeRunAgain() throws Exception {
    HeldJob.gate = new CountDownLatch(1);
    long here = jobs.submit("test-held", Map.of(), "test-desk");
    long hereToo = jobs.submit("test-held", Map.of(), "test-desk"); // no thread is free here: further jobs are the other's
    await("both threads", () -> is(here, State.RUNNING) && is(hereToo, State.RUNNING));
    other = startOther();
    long lost = jobs.submit("test-counting", new Count(6000, 5), "test-desk");
    long again = jobs.submit("test-resumable", new Count(300, 5), "test-desk");
    await("the other's work", () -> jobs.find(lost).orElseThrow().done() > 0 && is(again, State.RUNNING));

    other.destroyForcibly().waitFor();
    HeldJob.gate.countDown();

    await("the end of what was lost", () -> is(lost, State.FAILED));
    Job failed = jobs.find(lost).orElseThrow();
    assertThat(failed.code()).isEqualTo("instance-died");
    assertThat(failed.done()).isBetween(1L, 5999L);
    await("the end of what was run again", () -> is(again, State.DONE));
    assertThat(count("SELECT attempt FROM job WHERE id = " + again)).as("taken, given back, taken").isEqualTo(3);
    assertThat(count("SELECT count(*) FROM job WHERE state = 'DONE'")).as("each ran once to its end").isEqualTo(3);
  }

  private boolean is(long id, State state) {
    return jobs.find(id).orElseThrow().state() == state;
  }

  private int count(String sql) {
    return db.sql(sql).query(Integer.class).single();
  }

  private Process startOther() throws Exception {
    JdbcConnectionDetails database = TestPostgres.get();
    List<String> settings = new ArrayList<>(List.of("--comparto.job.heartbeat=500ms", "--comparto.database.url=" + database.getJdbcUrl()));
    if (database.getUsername() != null) {
      settings.add("--comparto.database.user=" + database.getUsername());
    }
    if (database.getPassword() != null) {
      settings.add("--comparto.database.password=" + database.getPassword());
    }
    return RunningApplication.startWithoutRoads(data, settings.toArray(String[]::new)).process();
  }

  private static void await(String what, BooleanSupplier reached) {
    Instant end = Instant.now().plusSeconds(180);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting for %s", what).isBefore(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
