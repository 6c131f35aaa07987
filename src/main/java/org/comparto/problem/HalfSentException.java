package org.comparto.problem;

/** An answer broke off after its beginning was sent: no problem can be told any more, only the connection can be broken. */
public class HalfSentException extends RuntimeException {

  public HalfSentException(Throwable cause) {
    super("an answer broke off on its way", cause);
  }
}
