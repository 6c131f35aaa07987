package org.comparto.network;

/** Times and lengths as answers give them, to a tenth. */
final class Figures {

  private Figures() {}

  static double seconds(long millis) {
    return Math.round(millis / 100.0) / 10.0;
  }

  static double metres(double metres) {
    return Math.round(metres * 10) / 10.0;
  }
}
