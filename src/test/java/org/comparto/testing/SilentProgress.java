package org.comparto.testing;

import java.util.ArrayList;
import java.util.List;
import org.comparto.job.JobProgress;

/** For work that is run without its job: keeps the steps it went through, and is cancelled if a test says so. */
public class SilentProgress implements JobProgress {

  public final List<String> steps = new ArrayList<>();
  private final Runnable check;

  public SilentProgress() {
    this(() -> {});
  }

  /** @param check throws where it is time to end */
  public SilentProgress(Runnable check) {
    this.check = check;
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
  public void step(String code, long total) {
    steps.add(code);
  }

  @Override
  public void done(long rows) {}

  @Override
  public void log(String message) {}

  @Override
  public void checkCancelled() {
    check.run();
  }
}
