package org.comparto.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.comparto.campaign.matching.Bound;
import org.comparto.campaign.matching.Effort;
import org.comparto.campaign.matching.Outcome;
import org.comparto.campaign.matching.Solver;
import org.comparto.campaign.matching.Visit;
import org.comparto.job.JobCancelledException;
import org.comparto.job.JobFailedException;
import org.comparto.job.JobHandler;
import org.comparto.job.JobProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches who goes where, and keeps the best so far once a second, so that whoever stops it, or looks, has it. */
@Component
class SolveJob implements JobHandler<SolveJob.Parameters> {

  /** What to solve and how. @param keep whether locked visits stay and the present assignment is what it begins with */
  record Parameters(long campaign, int seconds, long seed, long iterations, boolean keep) {}

  static final String KIND = "campaign-solve";
  private static final long WRITTEN_EVERY = 1_000_000_000L;

  private final Campaigns campaigns;
  private final Models models;

  SolveJob(Campaigns campaigns, Models models) {
    this.campaigns = campaigns;
    this.models = models;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  /** Whoever begins again finds the same, or goes on from what was kept. */
  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public Search run(Parameters asked, JobProgress progress) {
    Campaign campaign = campaigns.find(asked.campaign()).orElseThrow(() -> new JobFailedException("campaign-gone", "The campaign has been deleted."));
    progress.step("campaign-roads", 0);
    Model model = models.of(campaign);
    model.checkComplete();
    List<Visit> begin = asked.keep() ? model.visits(campaign.assignments()) : List.of();
    progress.step("campaign-search", asked.seconds());
    long started = System.nanoTime();
    long[] written = {0};
    AtomicReference<Outcome> unwritten = new AtomicReference<>();
    Outcome outcome = Solver.solve(model.problem, begin, new Effort(asked.seed(), asked.iterations(), Duration.ofSeconds(asked.seconds())), better -> {
      unwritten.set(better);
      write(campaign, asked, progress, model, unwritten, started, written);
    }, () -> {
      progress.done((System.nanoTime() - started) / 1_000_000_000L);
      write(campaign, asked, progress, model, unwritten, started, written);
      return isOver(progress);
    });
    Search ended = search(asked, campaign, outcome, started, outcome.endedBy().name().toLowerCase(Locale.ROOT));
    campaigns.progress(campaign.id(), progress.jobId(), model.assigned(outcome.visits()), ended);
    progress.checkCancelled();
    return ended;
  }

  private void write(Campaign campaign, Parameters asked, JobProgress progress, Model model, AtomicReference<@Nullable Outcome> unwritten, long started, long[] written) {
    Outcome best = unwritten.get();
    if (best != null && System.nanoTime() - started - written[0] > WRITTEN_EVERY) {
      written[0] = System.nanoTime() - started;
      unwritten.set(null);
      campaigns.progress(campaign.id(), progress.jobId(), model.assigned(best.visits()), search(asked, campaign, best, started, null));
    }
  }

  private static boolean isOver(JobProgress progress) {
    try {
      progress.checkCancelled();
      return false;
    } catch (JobCancelledException e) {
      return true; // the best is kept before the job ends as cancelled
    }
  }

  private static Search search(Parameters asked, Campaign campaign, Outcome outcome, long started, @Nullable String endedBy) {
    Bound bound = outcome.bound();
    return new Search(asked.seconds(), asked.seed(), asked.iterations(), asked.keep(), campaign.version(), outcome.iterations(),
        Math.round((System.nanoTime() - started) / 1e7) / 100.0, endedBy, outcome.score().visits(), outcome.score().points(), bound.visits(), bound.points(), Instant.now());
  }
}
