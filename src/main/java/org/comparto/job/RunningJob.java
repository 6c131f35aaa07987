package org.comparto.job;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.comparto.job.JobRows.Attempt;
import org.comparto.job.JobRows.Line;
import org.jspecify.annotations.Nullable;

/** What a job on this instance has said about itself. The job's thread writes it, {@link ProgressWriter} reads it. */
class RunningJob implements JobProgress {

  static final int MAX_LINES = 1000;
  static final int MAX_LINE_LENGTH = 2000;

  /** Why a running job has to end. */
  enum End {
    CANCELLED,
    /** The application is stopping. */
    STOPPING,
    /** Another instance gave this one up as dead, for instance because the machine was suspended. */
    LOST
  }

  /** One step; only the count in it changes. */
  static final class Step {

    final @Nullable String code;
    final @Nullable Long total;
    private final long began = System.nanoTime();
    volatile long done;

    Step(@Nullable String code, @Nullable Long total) {
      this.code = code;
      this.total = total;
    }

    double seconds() {
      return (System.nanoTime() - began) / 1e9;
    }
  }

  final Attempt attempt;
  final Queue<Line> unwrittenLines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger lines = new AtomicInteger();
  private volatile Step step = new Step(null, null);
  private volatile @Nullable End end;

  RunningJob(Attempt attempt) {
    this.attempt = attempt;
  }

  @Override
  public long jobId() {
    return attempt.id();
  }

  @Override
  public String author() {
    return attempt.author();
  }

  @Override
  public void step(String code, long total) {
    step = new Step(code, total > 0 ? total : null);
  }

  @Override
  public void done(long rows) {
    step.done = rows;
  }

  @Override
  public void log(String message) {
    int line = lines.incrementAndGet();
    if (line <= MAX_LINES) {
      String text = line == MAX_LINES ? "…" : message.replace('\0', ' '); // which files have and text columns refuse
      unwrittenLines.add(new Line(Instant.now(), text.length() > MAX_LINE_LENGTH ? text.substring(0, MAX_LINE_LENGTH) + "…" : text));
    }
  }

  @Override
  public void checkCancelled() {
    if (end != null) {
      throw new JobCancelledException();
    }
  }

  Step present() {
    return step;
  }

  @Nullable End end() {
    return end;
  }

  /** The first reason stays, but for the loss of the job, after which nothing else matters. */
  void end(End why) {
    if (end == null || why == End.LOST) {
      end = why;
    }
  }
}
