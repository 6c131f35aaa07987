package org.comparto.campaign;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.job.Job;
import org.comparto.job.Jobs;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Solving a campaign, looking at what came of it, and moving groups by hand. */
@RestController
class SolveController {

  /**
   * How to search.
   *
   * @param seconds at most, 20 where nothing is said
   * @param iterations without anything better after which it ends
   * @param keep whether locked visits are kept and the search begins with what there is; true where nothing is said
   */
  record Asked(@Nullable Integer seconds, @Nullable Long seed, @Nullable Long iterations, @Nullable Boolean keep) {}

  record Started(long job, String state) {}

  record Sent(@Nullable List<Assigned> assignments) {}

  private static final int SECONDS = 20;
  private static final int MOST_SECONDS = 300;
  private static final long ITERATIONS = 100_000;

  private final Campaigns campaigns;
  private final Models models;
  private final Results results;
  private final Jobs jobs;
  private final TransactionTemplate transaction;

  SolveController(Campaigns campaigns, Models models, Results results, Jobs jobs, PlatformTransactionManager transactions) {
    this.campaigns = campaigns;
    this.models = models;
    this.results = results;
    this.jobs = jobs;
    this.transaction = new TransactionTemplate(transactions);
  }

  @PostMapping("/api/campaigns/{id}/solve")
  ResponseEntity<Started> solve(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request) throws IOException {
    campaigns.changeable(id, account);
    Asked asked = Bodies.value(Bodies.object(request), Asked.class);
    int seconds = within("seconds", asked.seconds() == null ? SECONDS : asked.seconds(), MOST_SECONDS);
    long iterations = within("iterations", asked.iterations() == null ? ITERATIONS : asked.iterations(), 10_000_000);
    Campaign campaign = campaigns.get(id, account);
    models.of(campaign).checkComplete();
    refuseWhileRunning(campaign);
    boolean keep = asked.keep() == null || asked.keep();
    long seed = asked.seed() == null ? 1 : asked.seed();
    long job = transaction.execute(status -> {
      long made = jobs.submit(SolveJob.KIND, new SolveJob.Parameters(id, seconds, seed, iterations, keep), account.username());
      campaigns.beginSearch(id, made, new Search(seconds, seed, iterations, keep, campaign.version(), 0, 0, null, 0, 0, null, null, Instant.now()));
      return made;
    });
    return ResponseEntity.accepted().location(java.net.URI.create("/api/campaigns/" + id + "/result")).body(new Started(job, "queued"));
  }

  /** Ends a running search; the best so far is kept. */
  @PostMapping("/api/campaigns/{id}/stop")
  ResponseEntity<Void> stop(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id) {
    Campaign campaign = campaigns.changeable(id, account);
    if (campaign.job() == null || !jobs.cancel(campaign.job())) {
      throw RefusedException.conflict("not-running", "No search of this campaign runs.", "id");
    }
    return ResponseEntity.accepted().build();
  }

  @GetMapping("/api/campaigns/{id}/result")
  ResponseEntity<Result> result(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, @RequestParam(required = false) @Nullable String lang) {
    return answer(campaigns.seen(id, account));
  }

  /** All assignments anew, as somebody has arranged them. What breaks a limit is kept and shown where it does. */
  @PutMapping("/api/campaigns/{id}/assignments")
  ResponseEntity<Result> assign(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request,
      @RequestParam(required = false) @Nullable String lang, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) throws IOException {
    Campaign campaign = campaigns.changeable(id, account);
    List<Assigned> sent = Bodies.value(Bodies.object(request), Sent.class).assignments();
    if (sent == null) {
      throw new InvalidInputException("assignments", "assignments is required");
    }
    refuseWhileRunning(campaign);
    models.of(campaign).check(sent);
    campaigns.assign(id, ifMatch, sent, account);
    return answer(campaigns.seen(id, account));
  }

  private void refuseWhileRunning(Campaign campaign) {
    if (campaign.job() != null && jobs.find(campaign.job()).filter(job -> !job.state().isFinal()).isPresent()) {
      throw new RefusedException(HttpStatus.CONFLICT, "search-running", "A search of this campaign runs; wait for its end or stop it.", "id", null);
    }
  }

  private ResponseEntity<Result> answer(Campaigns.Seen seen) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).eTag("\"r" + seen.campaign().resultVersion() + "\"").body(results.of(seen, language()));
  }

  static String language() {
    return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "it";
  }

  private static int within(String name, int value, int most) {
    return (int) within(name, (long) value, most);
  }

  private static long within(String name, long value, long most) {
    if (value < 1 || value > most) {
      throw new InvalidInputException(name, name + " is " + value + "; it must be from 1 to " + most);
    }
    return value;
  }
}
