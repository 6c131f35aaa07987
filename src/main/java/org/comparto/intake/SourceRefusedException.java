package org.comparto.intake;

import java.time.Duration;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;

/** A file that is not read, with a stable code and the cure; nothing was stored. */
class SourceRefusedException extends RefusedException {

  private final String code;

  /**
   * @param code one of not-readable, unknown-format, too-large, too-many-features, too-many-vertices, zip-bomb, unsafe-path, no-areas,
   *     xml-entity, crs-missing, crs-unsupported, crs-ambiguous, no-layer, timeout, empty
   */
  SourceRefusedException(String code, String message) {
    super(code.equals("too-large") ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT, code, message, "file", null);
    this.code = code;
  }

  /** A GDAL program was stopped for its time. */
  static SourceRefusedException tooLong(Duration timeout) {
    return new SourceRefusedException("timeout", "Reading took longer than " + timeout.toSeconds() + " seconds and was stopped.");
  }

  String code() {
    return code;
  }
}
