package org.comparto.proposal;

import java.util.Arrays;
import java.util.Map;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The version of a proposal on which a change was decided, as If-Match names it.
 *
 * @param header null if none was sent
 */
record Version(@Nullable String header) {

  /** @throws RefusedException if no version is named, answered with 428 */
  void checkNamed() {
    if (header == null || header.isBlank() || header.strip().equals("*")) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required",
          "Name the version that you have read: If-Match with the ETag of this proposal.", "If-Match", null);
    }
  }

  /** Compared strongly; a proxy may have marked a compressed answer. */
  boolean is(int version) {
    return header != null && Arrays.stream(header.split(",")).map(String::strip)
        .anyMatch(tag -> tag.equals("\"" + version + "\"") || tag.equals("\"" + version + "-gzip\""));
  }

  /** @param current what the caller has to know of the proposal as it is now */
  RefusedException changedMeanwhile(Object current) {
    return RefusedException.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
        "Somebody else has changed this proposal meanwhile; read it again and decide anew.", "If-Match", Map.of("current", current));
  }
}
