package org.comparto.intake;

/** Where reading tells how far it is, and learns that nobody wants it any more. */
interface JobProgress {

  /** @param total how many rows the step has; 0 if that is not known */
  void step(String code, long total);

  void done(long rows);

  void log(String message);

  /** Throws if the work was cancelled. */
  void checkCancelled();
}
