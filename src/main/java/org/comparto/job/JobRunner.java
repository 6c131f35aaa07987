package org.comparto.job;

import java.util.Optional;
import java.util.UUID;
import org.comparto.job.Job.State;
import org.comparto.job.JobRows.Attempt;
import org.comparto.job.JobRows.Outcome;
import org.comparto.job.RunningJob.End;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries one job from the queue to its end, whatever its handler does. */
@Component
class JobRunner {

  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final Outcome DIED = Outcome.failed("instance-died",
      "The application ended while this job ran. Nothing that was not finished was kept; start it again.");
  private static final Outcome STOPPED = Outcome.failed("stopped",
      "The application was stopped while this job ran. Nothing that was not finished was kept; start it again.");

  private final JobRows rows;
  private final ProgressWriter progress;
  private final JsonMapper json;

  JobRunner(JobRows rows, ProgressWriter progress, JsonMapper json) {
    this.rows = rows;
    this.progress = progress;
    this.json = json;
  }

  /**
   * Runs a job that waits. One that does not is left as it is: it was cancelled meanwhile.
   *
   * @param queueVersion of the row in the queue by which this instance holds the job
   * @return whether the job waits (again) and keeps its place in the queue
   */
  boolean run(JobHandler<?> handler, long id, long queueVersion) {
    Optional<Attempt> attempt = rows.begin(id);
    if (attempt.isEmpty()) {
      return died(handler, id, queueVersion); // if it is still running, its former attempt could not write down how it ended
    }
    RunningJob job = new RunningJob(attempt.get());
    progress.add(job);
    Outcome outcome;
    try {
      outcome = work(handler, job);
    } finally {
      Thread.interrupted(); // a stop that lost patience; what follows needs the database
      progress.remove(job);
    }
    if (job.end() == End.STOPPING && outcome == STOPPED && handler.resumable() && rows.requeue(id, queueVersion)) {
      return true;
    }
    if (!rows.finish(job.attempt, outcome)) {
      log.warn("Job {} ended as {} after this instance had been given up as dead.", id, outcome.state());
    }
    return waits(id);
  }

  /** The instance that held the job is gone. Returns whether the job waits again. */
  boolean died(JobHandler<?> handler, long id, long queueVersion) {
    if (handler.resumable() && rows.requeue(id, queueVersion)) {
      log.warn("The instance that ran job {} is gone; it is run again.", id);
    } else if (rows.giveUp(id, queueVersion, DIED)) {
      log.warn("The instance that ran job {} is gone; the job is given up.", id);
    }
    return waits(id);
  }

  private boolean waits(long id) {
    return rows.find(id).filter(job -> job.state() == State.QUEUED).isPresent();
  }

  /** Catches everything: what a handler throws is how its job ended, and there is nobody above to tell it. */
  private <P> Outcome work(JobHandler<P> handler, RunningJob job) {
    try {
      Object result = handler.run(json.treeToValue(job.attempt.parameters(), handler.parameters()), job);
      return new Outcome(State.DONE, null, null, asJson(result));
    } catch (JobCancelledException e) {
      return job.end() == End.STOPPING ? STOPPED : new Outcome(State.CANCELLED, null, null, null);
    } catch (JobFailedException e) {
      return Outcome.failed(e.code(), e.getMessage());
    } catch (InvalidInputException e) {
      return Outcome.failed("invalid-parameter", e.getMessage());
    } catch (NotFoundException e) {
      return Outcome.failed("not-found", e.getMessage());
    } catch (RefusedException e) {
      return Outcome.failed("refused", e.getMessage());
    } catch (Throwable e) {
      if (job.end() == End.STOPPING) {
        log.info("Job {} was interrupted: {}", job.jobId(), e.toString());
        return STOPPED;
      }
      String reference = UUID.randomUUID().toString();
      log.error("Job {} of kind {} failed, reference {}", job.jobId(), handler.kind(), reference, e);
      return Outcome.failed("internal", "Something failed on our side; name the reference " + reference + " when you report it.");
    }
  }

  private @Nullable JsonNode asJson(@Nullable Object result) {
    return result == null ? null : json.valueToTree(result);
  }
}
