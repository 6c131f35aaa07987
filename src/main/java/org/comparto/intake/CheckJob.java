package org.comparto.intake;

import java.util.Optional;
import org.comparto.job.JobHandler;
import org.comparto.job.JobProgress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a file into staging and checks it against its plan: the dry run. Each step commits by itself, for nothing of it is anybody's data. */
@Component
class CheckJob implements JobHandler<LoadJob> {

  static final String KIND = "load-check";

  private final Loads loads;
  private final Uploads uploads;
  private final SourceFiles files;
  private final LoadChecks checks;
  private final JdbcClient db;

  CheckJob(Loads loads, Uploads uploads, SourceFiles files, LoadChecks checks, JdbcClient db) {
    this.loads = loads;
    this.uploads = uploads;
    this.files = files;
    this.checks = checks;
    this.db = db;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<LoadJob> parameters() {
    return LoadJob.class;
  }

  @Override
  public boolean resumable() {
    return true; // it begins by throwing away what there was
  }

  @Override
  public LoadReport run(LoadJob parameters, JobProgress progress) {
    Load load = loads.find(parameters.load()).orElseThrow();
    if (load.state() != LoadState.CHECKING) {
      return load.report();
    }
    db.sql("DELETE FROM load_problem WHERE load_id = :load").param("load", load.id()).update();
    LoadChecks.Outcome outcome;
    try {
      String layer = Optional.ofNullable(load.plan().sourceLayer()).orElseGet(() -> firstLayer(load));
      Staged staged = files.stage(uploads.file(load), load.fileName(), layer, load.plan().crs(), load.plan().wantedRows(),
          load.id(), load.limits(), progress);
      loads.staged(load.id(), staged);
      outcome = checks.check(load, staged, progress);
    } catch (SourceRefusedException e) {
      loads.checked(load.id(), LoadState.REFUSED, null, null, e.code() + ": " + e.getMessage());
      return null;
    }
    loads.plan(load.id(), outcome.plan());
    boolean nothingLeft = outcome.report().accepted() == 0 && outcome.report().removed() == 0;
    loads.checked(load.id(), nothingLeft ? LoadState.REFUSED : LoadState.CHECKED, outcome.report(), outcome.newLayer(),
        nothingLeft ? "all-rejected: none of the rows can be loaded" : null);
    return outcome.report();
  }

  /** The first with features; what has none is rarely what somebody meant. */
  private static String firstLayer(Load load) {
    return load.inspection().layers().stream().filter(l -> l.features() == null || l.features() > 0).findFirst()
        .or(() -> load.inspection().layers().stream().findFirst())
        .map(SourceLayer::name).orElseThrow(() -> new SourceRefusedException("no-layer", "There is no layer in the file."));
  }
}
