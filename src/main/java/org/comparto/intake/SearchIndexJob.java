package org.comparto.intake;

import org.comparto.job.JobHandler;
import org.comparto.job.JobProgress;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the dearest index of a layer that a load has made: nobody has to wait for it, and what it finds is found without it. */
@Component
class SearchIndexJob implements JobHandler<SearchIndexJob.Parameters> {

  /** @param layer the id of a thematic layer; it may be gone meanwhile */
  record Parameters(String layer) {}

  static final String KIND = "layer-index";

  private final Layers layers;

  SearchIndexJob(Layers layers) {
    this.layers = layers;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public @Nullable Object run(Parameters parameters, JobProgress progress) {
    progress.step("index", 0);
    layers.completeSearch(parameters.layer());
    return null;
  }
}
