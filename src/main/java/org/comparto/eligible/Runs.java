package org.comparto.eligible;

import java.util.List;
import java.util.Optional;
import org.comparto.job.Job;
import org.comparto.job.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The jobs that compute eligible areas: begun, looked after, and respected when somebody cancels one. */
@Component
@DependsOnDatabaseInitialization
class Runs {

  /** @param territory null for all */
  private record Run(long jobId, @Nullable String territoryCode) {}

  private final JdbcClient db;
  private final Jobs jobs;
  private final Pieces pieces;

  Runs(JdbcClient db, Jobs jobs, Pieces pieces) {
    this.db = db;
    this.jobs = jobs;
    this.pieces = pieces;
  }

  /** Computes all of a territory again. @return the job's id */
  @Transactional
  public long beginAgain(String territory, String author) {
    pieces.wantAgain(territory);
    return begin(territory, author);
  }

  /** Computes what waits, unless a job does so already. */
  @Transactional
  public void beginUnlessRunning(String author) {
    db.sql("LOCK TABLE eligible_run IN EXCLUSIVE MODE").update(); // two instances that see the same begin one job
    if (open().isEmpty()) {
      begin(null, author);
    }
  }

  /** The job that works, or waits to; a job that somebody cancelled leaves its territories as they are until somebody asks for them again. */
  @Transactional
  public Optional<Job> settle() {
    for (Run run : open()) {
      Optional<Job> job = jobs.find(run.jobId());
      if (job.isPresent() && !job.get().state().isFinal()) {
        return job;
      }
      boolean ours = db.sql("DELETE FROM eligible_run WHERE job_id = :job").param("job", run.jobId()).update() == 1;
      if (ours && job.isPresent() && job.get().state() == Job.State.CANCELLED) {
        pieces.pause(run.territoryCode());
      }
    }
    return Optional.empty();
  }

  private long begin(@Nullable String territory, String author) {
    long job = jobs.submit(ComputationJob.KIND, new ComputationJob.Parameters(territory), author);
    db.sql("INSERT INTO eligible_run (job_id, territory_code) VALUES (:job, :territory)").param("job", job).param("territory", territory).update();
    return job;
  }

  private List<Run> open() {
    return db.sql("SELECT job_id, territory_code FROM eligible_run ORDER BY job_id").query(Run.class).list();
  }
}
