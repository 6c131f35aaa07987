package org.comparto.job;

/** The job can not be done, for a reason that people can understand and act on. */
public class JobFailedException extends RuntimeException {

  private final String code;

  /**
   * @param code stable, for pages and scripts, for instance {@code crs-missing}
   * @param message for people, with the cure
   */
  public JobFailedException(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
