package org.comparto.eligible;

import org.comparto.job.JobHandler;
import org.comparto.job.JobProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes all that waits, told piece by piece. What is computed stays, whatever becomes of the job. */
@Component
class ComputationJob implements JobHandler<ComputationJob.Parameters> {

  /** @param territory null for all */
  record Parameters(@Nullable String territory) {}

  /** How many pieces were computed. */
  record Result(long pieces) {}

  static final String KIND = "eligible-areas";

  private final Keeper keeper;
  private final Pieces pieces;
  private final Computation computation;

  ComputationJob(Keeper keeper, Pieces pieces, Computation computation) {
    this.keeper = keeper;
    this.pieces = pieces;
    this.computation = computation;
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
  public Result run(Parameters parameters, JobProgress progress) {
    keeper.keep();
    progress.step("eligible-pieces", pieces.waiting(parameters.territory()));
    return new Result(computation.complete(parameters.territory(), done -> {
      progress.done(done);
      progress.checkCancelled();
    }));
  }

  @Override
  public boolean resumable() {
    return true;
  }
}
