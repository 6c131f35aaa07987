package org.comparto.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.comparto.job.JobRows.Line;
import org.comparto.job.RunningJob.End;
import org.comparto.job.RunningJob.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Writes down how far this instance's jobs are, at most three times a second, and brings back whether somebody wants one
 * cancelled. On a thread of its own, so that a job waits for nothing and its transaction hides nothing.
 */
@Component
class ProgressWriter implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(ProgressWriter.class);
  private static final long INTERVAL_MILLIS = 330;

  private final JobRows rows;
  private final Set<RunningJob> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "job-progress");
    thread.setDaemon(true);
    return thread;
  });

  ProgressWriter(JobRows rows) {
    this.rows = rows;
    clock.scheduleWithFixedDelay(this::writeAll, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  void add(RunningJob job) {
    running.add(job);
  }

  /** Writes the last of it; from here on nothing is written for this job. */
  void remove(RunningJob job) {
    running.remove(job);
    write(job);
  }

  void endAll(End why) {
    running.forEach(job -> job.end(why));
  }

  private void writeAll() {
    for (RunningJob job : running) {
      try {
        write(job);
      } catch (DataAccessException | TransactionException e) {
        log.warn("The progress of job {} could not be written: {}", job.jobId(), e.getMessage()); // the next round says more
      }
    }
  }

  private void write(RunningJob job) {
    synchronized (job) { // the last write and the clock's must not pass each other
      Step step = job.present();
      rows.progress(job.attempt, step.code, step.done, step.total, step.seconds())
          .ifPresentOrElse(cancelled -> {
            if (cancelled) {
              job.end(End.CANCELLED);
            }
          }, () -> job.end(End.LOST));
      for (Line line = job.unwrittenLines.poll(); line != null; line = job.unwrittenLines.poll()) {
        rows.note(job.jobId(), line);
      }
    }
  }

  @Override
  public void destroy() {
    clock.shutdown();
  }
}
