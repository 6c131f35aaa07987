package org.comparto.job;

/** The running job is to end now; handlers let it pass, so that their transaction is rolled back. */
public class JobCancelledException extends RuntimeException {

  public JobCancelledException() {
    super("The job was cancelled.");
  }
}
