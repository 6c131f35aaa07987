package org.comparto.intake;

import java.nio.file.Path;
import org.comparto.job.JobProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** stand-in until merge. */
@Component
class SourceFiles {
  Inspection inspect(Path upload, String originalName, Limits limits) { throw new IllegalStateException(); }
  Staged stage(Path upload, String originalName, String sourceLayer, @Nullable Integer epsg, long loadId, Limits limits, JobProgress progress) { throw new IllegalStateException(); }
  void drop(long loadId) {}
}
