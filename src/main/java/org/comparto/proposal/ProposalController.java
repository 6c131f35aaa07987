package org.comparto.proposal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.ProblemLanguage;
import org.comparto.proposal.Comments.Remark;
import org.comparto.proposal.Drafts.Begun;
import org.comparto.proposal.Views.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals: written, looked at, decided on. Every answer is of the moment, and names the version on which the next step is decided. */
@RestController
class ProposalController {

  /** @param resolved false opens it again */
  record Resolution(@Nullable Boolean resolved) {}

  private final Callers callers;
  private final Drafts drafts;
  private final Rebasing rebasing;
  private final Review review;
  private final ProposalStore store;
  private final Views views;
  private final Worklist worklist;

  ProposalController(Callers callers, Drafts drafts, Rebasing rebasing, Review review, ProposalStore store, Views views, Worklist worklist) {
    this.callers = callers;
    this.drafts = drafts;
    this.rebasing = rebasing;
    this.review = review;
    this.store = store;
    this.views = views;
    this.worklist = worklist;
  }

  @GetMapping("/api/proposals")
  ResponseEntity<Worklist.Page> list(@AuthenticationPrincipal CurrentAccount account, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String layer, @RequestParam(required = false) @Nullable String territory,
      @RequestParam(required = false) @Nullable String author, @RequestParam(required = false) @Nullable String task,
      @RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore())
        .body(worklist.page(new WorklistQuestion(state, layer, territory, author, task, q, limit, after), callers.of(account)));
  }

  @PostMapping("/api/proposals")
  ResponseEntity<View> begin(@AuthenticationPrincipal CurrentAccount account, HttpServletRequest request) throws IOException {
    Caller caller = callers.of(account);
    Begun begun = drafts.begin(NewProposal.of(Json.read(request.getInputStream(), NewProposal.Sent.class)), caller);
    ResponseEntity<View> answer = answer(begun.isNew() ? HttpStatus.CREATED : HttpStatus.OK, begun.proposal(), caller, request);
    return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders()).location(URI.create("/api/proposals/" + begun.proposal().id()))
        .body(answer.getBody());
  }

  @GetMapping("/api/proposals/{id}")
  ResponseEntity<View> get(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request) {
    return answer(id, callers.of(account), request);
  }

  @PutMapping("/api/proposals/{id}")
  ResponseEntity<View> save(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) throws IOException {
    Caller caller = callers.of(account);
    Content content = Content.of(Json.read(request.getInputStream(), Content.Sent.class));
    return answer(HttpStatus.OK, drafts.save(id, new Version(ifMatch), content, caller), caller, request);
  }

  /** With properties and geometry: what was merged. Without both: what can be taken over as it is. */
  @PostMapping("/api/proposals/{id}/rebase")
  ResponseEntity<View> rebase(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) throws IOException {
    Caller caller = callers.of(account);
    Content.Sent sent = Json.read(request.getInputStream(), Content.Sent.class);
    boolean isMerged = sent.properties() != null || sent.geometry() != null;
    return answer(HttpStatus.OK, rebasing.rebase(id, new Version(ifMatch), isMerged ? Content.of(sent) : null, caller), caller, request);
  }

  @PostMapping("/api/proposals/{id}/steps")
  ResponseEntity<View> step(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) throws IOException {
    Caller caller = callers.of(account);
    Decision decision = Decision.of(Json.read(request.getInputStream(), Decision.Sent.class));
    return answer(HttpStatus.OK, review.take(id, new Version(ifMatch), decision, caller), caller, request);
  }

  @PostMapping("/api/proposals/{id}/comments")
  ResponseEntity<View> comment(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, HttpServletRequest request) throws IOException {
    Caller caller = callers.of(account);
    review.comment(id, Json.read(request.getInputStream(), Remark.class), caller);
    return answer(id, caller, request);
  }

  @PostMapping("/api/proposals/{id}/comments/{comment}/resolution")
  ResponseEntity<View> resolve(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, @PathVariable long comment,
      HttpServletRequest request) throws IOException {
    Caller caller = callers.of(account);
    Resolution resolution = Json.read(request.getInputStream(), Resolution.class);
    review.resolve(id, comment, resolution.resolved() == null || resolution.resolved(), caller);
    return answer(id, caller, request);
  }

  private ResponseEntity<View> answer(long id, Caller reader, HttpServletRequest request) {
    return answer(HttpStatus.OK, store.find(id, reader).orElseThrow(() -> Refusals.missing(id)), reader, request);
  }

  private ResponseEntity<View> answer(HttpStatus status, Proposal proposal, Caller reader, HttpServletRequest request) {
    View view = views.full(proposal, reader, faults -> ProblemLanguage.translate(faults, request));
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).eTag("\"" + proposal.version() + "\"").body(view);
  }
}
