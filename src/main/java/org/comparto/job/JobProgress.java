package org.comparto.job;

/**
 * How a running job says how far it is. All methods are cheap enough for every row: they only note, and a thread beside
 * the job writes it down a few times a second, outside the job's own transaction.
 */
public interface JobProgress {

  /** The running job. */
  long jobId();

  /** The account name of whoever submitted the job. */
  String author();

  /**
   * A new step begins, and counting begins at 0.
   *
   * @param code stable, for instance {@code read}; pages have a text for it
   * @param total how many rows the step has; 0 if that is not known
   */
  void step(String code, long total);

  /** @param rows how many rows of this step are done by now, all together (not how many more) */
  void done(long rows);

  /** A line of the job's log, for people; after a thousand lines the rest is left out. */
  void log(String message);

  /** @throws JobCancelledException if somebody cancelled the job, the application is stopping, or the job was given up as dead */
  void checkCancelled();
}
