package org.comparto.eligible;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.comparto.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * How far eligible areas are computed.
 *
 * @param technologies those that are computed, as the code list has them
 * @param cellM side of a piece in metres
 * @param job the computation that runs, or waits to; null for none
 */
record EligibleStatus(List<String> technologies, int cellM, List<OfTerritory> territories, @Nullable Running job) {

  /** Where a territory stands. */
  enum State {
    /** Every piece is as rule sets and layers are now. */
    COMPUTED,
    /** Pieces wait or are being computed; until then they are as they were. */
    WAITING,
    /** Pieces wait, and somebody has cancelled their computation. */
    PAUSED,
    /** Pieces could not be computed; they are tried again. */
    FAILED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** @param missingLayers which the rule sets read and nobody has loaded there: what rests on them is not known; @param computedAt of the last piece; null for never */
  record OfTerritory(String territory, String state, long pieces, long done, long failed, @Nullable Instant computedAt, List<String> missingLayers) {}

  /** @param total null where it is not known yet */
  record Running(long id, Job.State state, long done, @Nullable Long total) {}
}
