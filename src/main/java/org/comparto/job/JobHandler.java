package org.comparto.job;

import org.jspecify.annotations.Nullable;

/**
 * Knows how to do one kind of job; a Spring bean per kind. It runs on a thread where nobody is signed in: whose name the
 * work carries is {@link JobProgress#author()}. What it writes is its own transaction's business: if the instance dies,
 * whatever was not committed is gone.
 *
 * @param <P> what it has to know, stored as JSON
 */
public interface JobHandler<P> {

  /** The stable code of the kind, for instance {@code load-apply}; at most 60 characters of a–z, 0–9 and hyphens. */
  String kind();

  Class<P> parameters();

  /**
   * Does the work and returns the result, which is stored as JSON; null for none.
   *
   * @throws JobCancelledException as it came from {@link JobProgress#checkCancelled()}: the job ends as cancelled
   * @throws JobFailedException if it can not be done, with a message for people; so are the messages of the module problem.
   *     Any other exception is logged under a reference, and people are shown the reference only.
   */
  @Nullable Object run(P parameters, JobProgress progress) throws Exception;

  /** Whether a job whose instance died or was stopped may simply be run again from its beginning. */
  default boolean resumable() {
    return false;
  }
}
