package org.comparto.job;

import java.time.Instant;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.job.JobRows.Line;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own jobs, and everybody's for an admin; another's is not found. */
@RestController
class JobController {

  private static final int LOG_LINES = 200;

  /** @param log the newest lines, oldest first; null in lists */
  record JobView(long id, String kind, Job.State state, @Nullable String step, long done, @Nullable Long total,
      @Nullable Double ratePerSecond, @Nullable Long secondsLeft, String author, Instant submittedAt, @Nullable Instant startedAt,
      @Nullable Instant finishedAt, @Nullable String code, @Nullable String message, @Nullable JsonNode result, @Nullable List<Line> log) {

    static JobView of(Job job, @Nullable List<Line> log) {
      return new JobView(job.id(), job.kind(), job.state(), job.step(), job.done(), job.total(), job.ratePerSecond(), job.secondsLeft(),
          job.author(), job.submittedAt(), job.startedAt(), job.finishedAt(), job.code(), job.message(), job.result(), log);
    }
  }

  /** Newest first. */
  record JobList(List<JobView> jobs) {}

  private final JobRows rows;

  JobController(JobRows rows) {
    this.rows = rows;
  }

  @GetMapping("/api/jobs")
  JobList list(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(defaultValue = "20") int limit) {
    if (limit < 1 || limit > 100) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to 100");
    }
    String author = caller.may(Scope.ADMIN) ? null : caller.username();
    return new JobList(rows.newest(author, limit).stream().map(job -> JobView.of(job, null)).toList());
  }

  @GetMapping("/api/jobs/{id}")
  JobView get(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    return JobView.of(own(caller, id), rows.log(id, LOG_LINES));
  }

  /** Answers with the job as it is now: one that runs goes on to its next look whether it should end. */
  @PostMapping("/api/jobs/{id}/cancel")
  JobView cancel(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    own(caller, id);
    if (!rows.cancel(id)) {
      throw RefusedException.conflict("job-ended", "Job " + id + " has already ended.", "id");
    }
    return get(caller, id);
  }

  private Job own(CurrentAccount caller, long id) {
    return rows.find(id).filter(job -> caller.may(Scope.ADMIN) || job.author().equals(caller.username()))
        .orElseThrow(() -> new NotFoundException("id", "You have no job " + id + "."));
  }
}
