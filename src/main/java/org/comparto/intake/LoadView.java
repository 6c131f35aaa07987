package org.comparto.intake;

import java.time.Instant;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * A load as pages and scripts see it.
 *
 * @param job the last one that was put to it
 * @param newLayer the descriptor proposed for the layer that this load makes
 */
record LoadView(long id, String fileName, long bytes, String sha256, @Nullable String layer, LoadState state, @Nullable String message,
    @Nullable LoadPlan plan, @Nullable Inspection inspection, @Nullable Long job, @Nullable LoadReport report, @Nullable Layer newLayer,
    boolean madeLayer, String author, Instant createdAt, @Nullable Instant appliedAt) {

  static LoadView of(Load l) {
    return new LoadView(l.id(), l.fileName(), l.bytes(), l.sha256(), l.layer(), l.state(), l.message(), l.plan(), l.inspection(), l.job(),
        l.report(), l.newLayer(), l.madeLayer(), l.author(), l.createdAt(), l.appliedAt());
  }
}
