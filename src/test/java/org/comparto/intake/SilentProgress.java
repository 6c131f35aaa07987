package org.comparto.intake;

import org.comparto.job.JobProgress;

/** Progress that nobody looks at; cancelled from the start if a test says so. */
record SilentProgress(Runnable check) implements JobProgress {

  SilentProgress() {
    this(() -> {});
  }

  @Override
  public long jobId() {
    return 0;
  }

  @Override
  public String author() {
    return "test";
  }

  @Override
  public void step(String code, long total) {}

  @Override
  public void done(long rows) {}

  @Override
  public void log(String message) {}

  @Override
  public void checkCancelled() {
    check.run();
  }
}
