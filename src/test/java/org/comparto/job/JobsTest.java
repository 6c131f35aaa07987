package org.comparto.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.comparto.job.Job.State;
import org.comparto.job.TestJobs.CountingJob.Count;
import org.comparto.job.TestJobs.FailingJob.How;
import org.comparto.job.TestJobs.HeldJob;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What people see of a job from its submission to its end, and what becomes of it when things go wrong. */
@IntegrationTest
class JobsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Jobs jobs;
  @Autowired JobRows rows;
  @Autowired JobQueue queue;
  @Autowired TransactionTemplate transaction;
  People people;

  @BeforeEach
  void prepare() {
    people = new People(db, port);
    HeldJob.gate = new CountDownLatch(1);
  }

  @AfterEach
  void nothingStays() {
    HeldJob.gate.countDown();
    db.sql("SELECT id FROM job WHERE state IN ('QUEUED', 'RUNNING')").query(Long.class).list().forEach(id -> {
      jobs.cancel(id);
      await(id, job -> job.state().isFinal());
    });
    db.sql("DELETE FROM job").update();
    people.remove();
  }

  @Test
  void progressRateAndTimeLeftAreSeenWhileItRuns() {
    Visitor editor = people.signIn("desk");
    long id = jobs.submit("test-counting", new Count(300, 10), "test-desk");

    await(id, job -> job.done() > 30 && job.ratePerSecond() != null);
    JsonNode seen = editor.get("/api/jobs/" + id).json();
    assertThat(seen.path("state").asString()).isEqualTo("RUNNING");
    assertThat(seen.path("step").asString()).isEqualTo("count");
    assertThat(seen.path("total").asLong()).isEqualTo(300);
    assertThat(seen.path("ratePerSecond").asDouble()).isBetween(10.0, 100.0);
    assertThat(seen.path("secondsLeft").asLong()).isBetween(1L, 27L);

    await(id, job -> job.state() == State.DONE);
    JsonNode ended = editor.get("/api/jobs/" + id).json();
    assertThat(ended.path("done").asLong()).isEqualTo(300);
    assertThat(ended.path("result").path("counted").asLong()).isEqualTo(300);
    assertThat(ended.path("log").get(0).path("message").asString()).isEqualTo("as test-desk, signed in: false ");
    assertThat(ended.has("secondsLeft")).isFalse();
    await(id, job -> !isQueued(id));
  }

  @Test
  void cancelledItEndsAtItsNextCheckAndNotTwice() {
    Visitor editor = people.signIn("desk");
    long id = jobs.submit("test-counting", new Count(100_000, 10), "test-desk");
    await(id, job -> job.done() > 0);

    assertThat(editor.send("POST", "/api/jobs/" + id + "/cancel", null).status()).isEqualTo(200);

    Job ended = await(id, job -> job.state().isFinal());
    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(ended.done()).isLessThan(100_000);
    assertThat(ended.result()).isNull();
    assertThat(editor.send("POST", "/api/jobs/" + id + "/cancel", null).problem()).isEqualTo("job-ended");
  }

  @Test
  void twoRunAtOnceAndOneThatWaitsIsCancelledWithoutEverRunning() {
    List<Long> held = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      held.add(jobs.submit("test-held", Map.of(), "test-desk"));
    }
    await(held.get(0), job -> job.state() == State.RUNNING);
    await(held.get(1), job -> job.state() == State.RUNNING);

    assertThat(jobs.find(held.get(2)).orElseThrow().state()).isEqualTo(State.QUEUED);
    assertThat(jobs.cancel(held.get(2))).isTrue();
    assertThat(jobs.find(held.get(2)).orElseThrow().state()).isEqualTo(State.CANCELLED);

    HeldJob.gate.countDown();
    await(held.get(0), job -> job.state() == State.DONE);
    await(held.get(1), job -> job.state() == State.DONE);
    Job never = await(held.get(2), job -> !isQueued(job.id()));
    assertThat(never.startedAt()).isNull();
  }

  @Test
  void whatCanBeUnderstoodIsSaidAndWhatCanNotIsAReference() {
    Visitor editor = people.signIn("desk");
    long expected = jobs.submit("test-failing", new How(true), "test-desk");
    long ours = jobs.submit("test-failing", new How(false), "test-desk");
    await(expected, job -> job.state() == State.FAILED);
    await(ours, job -> job.state() == State.FAILED);

    JsonNode said = editor.get("/api/jobs/" + expected).json();
    assertThat(said.path("code").asString()).isEqualTo("crs-missing");
    assertThat(said.path("message").asString()).isEqualTo("The file does not say its CRS; name one.");
    Http.Answer hidden = editor.get("/api/jobs/" + ours);
    assertThat(hidden.json().path("code").asString()).isEqualTo("internal");
    assertThat(hidden.json().path("message").asString()).contains("name the reference");
    assertThat(hidden.text()).doesNotContain("secret").doesNotContain("Exception").doesNotContain("\\tat ");
  }

  @Test
  void aJobWhoseInstanceDiedIsNoticed() {
    long lost = runningElsewhere("test-counting", false);
    long again = runningElsewhere("test-resumable", false);
    long unwanted = runningElsewhere("test-resumable", true);

    Job failed = await(lost, job -> job.state().isFinal());
    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.code()).isEqualTo("instance-died");
    assertThat(failed.message()).startsWith("The application ended while this job ran.");
    assertThat(await(again, job -> job.state().isFinal()).state()).isEqualTo(State.DONE);
    assertThat(await(unwanted, job -> job.state().isFinal()).state()).isEqualTo(State.CANCELLED);
    await(lost, job -> !isQueued(lost));
  }

  @Test
  void whatRunsWhenTheApplicationStopsIsToldSoOrRunAgain() {
    long stopped = jobs.submit("test-counting", new Count(100_000, 10), "test-desk");
    long again = jobs.submit("test-resumable", new Count(200, 10), "test-desk");
    await(stopped, job -> job.done() > 0);
    await(again, job -> job.done() > 0);

    queue.stop();
    try {
      assertThat(jobs.find(stopped).orElseThrow().code()).isEqualTo("stopped");
      assertThat(jobs.find(again).orElseThrow().state()).isEqualTo(State.QUEUED);
      assertThat(jobs.find(again).orElseThrow().done()).isZero();
    } finally {
      queue.start();
    }
    assertThat(await(again, job -> job.state().isFinal()).state()).isEqualTo(State.DONE);
  }

  @Test
  void anInstanceThatWasWronglyGivenUpStopsAndSpoilsNothing() {
    long id = jobs.submit("test-counting", new Count(100_000, 10), "test-desk");
    await(id, job -> job.done() > 0);
    db.sql("UPDATE job SET state = 'FAILED', code = 'instance-died', message = 'gone', finished_at = now() WHERE id = :id")
        .param("id", id).update();

    await(id, job -> !isQueued(id));
    Job job = jobs.find(id).orElseThrow();
    assertThat(job.state()).isEqualTo(State.FAILED);
    assertThat(job.message()).isEqualTo("gone");
  }

  @Test
  void jobsOfOthersAreNotFoundExceptByAdmins() {
    Visitor editor = people.signIn("desk");
    people.make("test-other", "desk", null);
    Visitor other = Visitor.signedIn(port, "test-other", People.PASSWORD);
    long id = jobs.submit("test-counting", new Count(1, 1), "test-desk");
    await(id, job -> job.state().isFinal());

    assertThat(other.get("/api/jobs/" + id).status()).isEqualTo(404);
    assertThat(other.send("POST", "/api/jobs/" + id + "/cancel", null).status()).isEqualTo(404);
    assertThat(ids(other)).isEmpty();
    assertThat(ids(editor)).containsExactly(id);
    assertThat(ids(people.signIn("admin"))).containsExactly(id);
    assertThat(Http.get(port, "/api/jobs/" + id, "Authorization", "Bearer " + people.token("admin", "load")).status())
        .as("a token without the scope admin is no admin's").isEqualTo(404);
    assertThat(editor.get("/api/jobs/999999999").status()).isEqualTo(404);
    assertThat(editor.get("/api/jobs?limit=0").problem()).isEqualTo("invalid-parameter");
    assertThat(people.signIn("viewer").get("/api/jobs").status()).isEqualTo(403);
  }

  @Test
  void unknownKindsAndForeignParametersAreRefusedWhenTheyAreSubmitted() {
    assertThatThrownBy(() -> jobs.submit("test-nothing", Map.of(), "test-desk"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("test-nothing");
    assertThatThrownBy(() -> jobs.submit("test-counting", Map.of("columns", 3), "test-desk")).isInstanceOf(IllegalArgumentException.class);
    assertThat(rows.newest(null, 10)).isEmpty();
  }

  @Test
  void whatIsRolledBackWasNeverSubmitted() {
    long id = transaction.execute(status -> {
      long submitted = jobs.submit("test-counting", new Count(1, 1), "test-desk");
      status.setRollbackOnly();
      return submitted;
    });

    assertThat(jobs.find(id)).isEmpty();
    assertThat(isQueued(id)).isFalse();
  }

  @Test
  void endedJobsAreKeptForThirtyDays() {
    long old = jobs.submit("test-counting", new Count(1, 1), "test-desk");
    long recent = jobs.submit("test-counting", new Count(1, 1), "test-desk");
    await(old, job -> job.state().isFinal());
    await(recent, job -> job.state().isFinal());
    db.sql("UPDATE job SET finished_at = now() - interval '31 days' WHERE id = :id").param("id", old).update();

    rows.removeOld();

    assertThat(jobs.find(old)).isEmpty();
    assertThat(rows.log(old, 10)).isEmpty();
    assertThat(jobs.find(recent)).isPresent();
  }

  /** As a killed instance leaves it: running, and in the queue with a heartbeat of long ago. */
  private long runningElsewhere(String kind, boolean cancelled) {
    return transaction.execute(status -> {
      long id = db.sql("""
          INSERT INTO job (kind, parameters, author, state, attempt, started_at, cancel_requested)
          VALUES (:kind, '{"rows": 3, "millisPerRow": 1}', 'test-desk', 'RUNNING', 1, now(), :cancelled) RETURNING id""")
          .param("kind", kind).param("cancelled", cancelled).query(Long.class).single();
      db.sql("""
          INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
          VALUES (:kind, :id, now() - interval '1 hour', true, 'gone', now() - interval '1 hour', 2)""")
          .param("kind", kind).param("id", String.valueOf(id)).update();
      return id;
    });
  }

  /** A job leaves the queue just after its end is written down. */
  private boolean isQueued(long id) {
    return db.sql("SELECT EXISTS (SELECT FROM scheduled_tasks WHERE task_instance = :id)").param("id", String.valueOf(id)).query(Boolean.class).single();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Long> ids(Visitor visitor) {
    List<Long> ids = new ArrayList<>();
    visitor.get("/api/jobs").json().path("jobs").forEach(job -> ids.add(job.path("id").asLong()));
    return ids;
  }

  private Job await(long id, Predicate<Job> wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      Job job = jobs.find(id).orElseThrow();
      if (wanted.test(job)) {
        return job;
      }
      assertThat(Instant.now()).as("waiting for %s", job).isBefore(end);
      pause();
    }
  }
}
