package org.comparto.owner;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.estate.Freshness;
import org.comparto.owner.Candidates.Candidate;
import org.comparto.owner.Candidates.Choice;
import org.comparto.owner.Questions.Count;
import org.comparto.owner.Questions.Listed;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the desk asks owners whether their plots are still so, and sees what they answered. */
@RestController
class AskingController {

  private static final int MOST_LISTED = 200;

  /**
   * Plots that can be asked about, the oldest first.
   *
   * @param before the day that their last sign of life is older than
   * @param byMail false if no mail can be sent yet: letters wait
   */
  record Chosen(List<Candidate> plots, LocalDate before, boolean byMail) {}

  /** What owners were asked; {@code next} goes into {@code beforeId} for the following page, null on the last. */
  record Page(List<Listed> questions, List<Count> counts, @Nullable Long next) {}

  /** What the desk sends: the filter again, or plots of it. */
  record Wanted(@Nullable String before, @Nullable String territory, @Nullable String municipality, @Nullable List<@Nullable Long> plots,
      @Nullable String language) {}

  private final Candidates candidates;
  private final Questions questions;
  private final OwnerMails mails;
  private final Freshness freshness;

  AskingController(Candidates candidates, Questions questions, OwnerMails mails, Freshness freshness) {
    this.candidates = candidates;
    this.questions = questions;
    this.mails = mails;
    this.freshness = freshness;
  }

  /** Without a day: those that are marked as old. */
  @GetMapping("/api/owners/plots")
  ResponseEntity<Chosen> plots(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String territory, @RequestParam(required = false) @Nullable String municipality,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > Questions.MOST_AT_ONCE) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + Questions.MOST_AT_ONCE);
    }
    Choice choice = choice(before, territory, municipality, null, caller);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Chosen(candidates.find(choice, limit), choice.before(), mails.canBeSent()));
  }

  @PostMapping(path = "/api/owners/letters", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Questions.Asked> ask(@AuthenticationPrincipal CurrentAccount caller, @RequestBody Wanted wanted) {
    if (wanted.plots() != null && (wanted.plots().contains(null) || wanted.plots().size() > Questions.MOST_AT_ONCE)) {
      throw new InvalidInputException("plots", "plots must be a list of at most " + Questions.MOST_AT_ONCE + " ids");
    }
    Choice choice = choice(wanted.before(), wanted.territory(), wanted.municipality(), wanted.plots(), caller);
    return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
        .body(questions.ask(choice, NewOffer.language(wanted.language()), caller.username()));
  }

  @GetMapping("/api/owners/questions")
  ResponseEntity<Page> list(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Long beforeId, @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST_LISTED) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST_LISTED);
    }
    if (state != null && !List.of("open", "still_true", "sold", "changed", "stopped", "revoked", "expired").contains(state)) {
      throw new InvalidInputException("state", "state must be open, still_true, sold, changed, stopped, revoked or expired");
    }
    caller.checkWrite("plot", caller.territory());
    List<Listed> found = questions.list(state, caller.territory(), beforeId, limit + 1);
    List<Listed> page = found.subList(0, Math.min(limit, found.size()));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore())
        .body(new Page(page, questions.counts(caller.territory()), found.size() > limit ? page.get(limit - 1).id() : null));
  }

  /** The link opens nothing any more. */
  @PostMapping("/api/owners/questions/{id}/revocation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    caller.checkWrite("plot", caller.territory());
    questions.revoke(id, caller.territory(), caller.username());
  }

  private Choice choice(@Nullable String before, @Nullable String territory, @Nullable String municipality, @Nullable List<@Nullable Long> plots,
      CurrentAccount caller) {
    caller.checkWrite("plot", caller.territory());
    return new Choice(before == null || before.isBlank() ? freshness.marked() : day(before), Field.optional("territory", territory, 60),
        Field.optional("municipality", municipality, 6), caller.territory(), plots == null ? null : plots.stream().map(Long::longValue).toList());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new InvalidInputException("before", "before must be a day like 2026-03-31");
    }
  }
}
