package org.comparto.intake;

import java.time.Duration;

/**
 * How much one file may ask of the application.
 *
 * @param bytes of the file as it was sent
 * @param unpackedBytes of all that an archive unpacks to
 * @param timeout of each run of a GDAL program
 */
record Limits(long bytes, long unpackedBytes, long features, long vertices, Duration timeout) {

  /** For what an account uploads. */
  static Limits upload() {
    return new Limits(50L << 20, 1L << 30, 100_000, 10_000_000, Duration.ofMinutes(5));
  }

  /** For the operator, who owns the machine; only time has an end, so that nothing hangs for good. */
  static Limits unlimited() {
    return new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofHours(6));
  }
}
