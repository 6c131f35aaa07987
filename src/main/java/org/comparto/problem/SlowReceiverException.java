package org.comparto.problem;

import java.io.IOException;

/** Whoever asked takes the answer so slowly that it is ended; nothing is wrong on our side, and there is nobody to tell. */
public class SlowReceiverException extends IOException {

  public SlowReceiverException() {
    super("the answer was not received in time");
  }
}
