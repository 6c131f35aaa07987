package org.comparto.job;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.comparto.account.CurrentAccount;
import org.comparto.job.TestJobs.CountingJob.Count;
import org.springframework.stereotype.Component;

/** Kinds of jobs for tests. They are found beside the real ones, in a second process too. */
class TestJobs {

  private TestJobs() {}

  /** Counts as far and as fast as it is told, and looks after each row whether it should end. */
  @Component
  static class CountingJob implements JobHandler<Count> {

    record Count(long rows, long millisPerRow) {}

    @Override
    public String kind() {
      return "test-counting";
    }

    @Override
    public Class<Count> parameters() {
      return Count.class;
    }

    @Override
    public Object run(Count parameters, JobProgress progress) throws InterruptedException {
      progress.step("prepare", 0);
      progress.log("as " + progress.author() + ", signed in: " + CurrentAccount.find().isPresent() + "\0");
      progress.step("count", parameters.rows());
      for (long row = 1; row <= parameters.rows(); row++) {
        progress.checkCancelled();
        Thread.sleep(parameters.millisPerRow());
        progress.done(row);
      }
      return Map.of("counted", parameters.rows(), "odd", "a\0b");
    }
  }

  /** The same, and may be run again. */
  @Component
  static class ResumableJob extends CountingJob {

    @Override
    public String kind() {
      return "test-resumable";
    }

    @Override
    public boolean resumable() {
      return true;
    }
  }

  /** Fails in the way it is told. */
  @Component
  static class FailingJob implements JobHandler<FailingJob.How> {

    record How(boolean expected) {}

    @Override
    public String kind() {
      return "test-failing";
    }

    @Override
    public Class<How> parameters() {
      return How.class;
    }

    @Override
    public Object run(How parameters, JobProgress progress) {
      if (parameters.expected()) {
        throw new JobFailedException("crs-missing", "The file\0does not say its CRS; name one.");
      }
      throw new IllegalStateException("secret detail of line 42");
    }
  }

  /** Runs until it is let go. */
  @Component
  static class HeldJob implements JobHandler<Map> {

    static volatile CountDownLatch gate = new CountDownLatch(1);

    @Override
    public String kind() {
      return "test-held";
    }

    @Override
    public Class<Map> parameters() {
      return Map.class;
    }

    @Override
    public Object run(Map parameters, JobProgress progress) throws InterruptedException {
      gate.await();
      progress.checkCancelled();
      return null;
    }
  }
}
