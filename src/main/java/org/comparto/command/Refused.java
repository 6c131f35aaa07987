package org.comparto.command;

/** What was asked is not done, and nothing was changed; the message says why and what helps. */
class Refused extends RuntimeException {

  Refused(String message) {
    super(message);
  }
}
