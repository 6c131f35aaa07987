package org.comparto.owner;

import java.time.Instant;
import java.time.LocalDate;
import org.comparto.owner.Answers.Answer;
import org.comparto.owner.OwnerTokens.Use;
import org.comparto.owner.Questions.Question;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the link in an owner's mail opens. Looking changes nothing, since programs look through mails; answering is a POST. */
@RestController
class QuestionController {

  /**
   * A question as the owner sees it; the plot itself is read where everybody reads it.
   *
   * @param state open, still_true, sold, changed, stopped, revoked, expired or gone
   * @param version of the plot, to be sent along as If-Match; null if it is not public any more
   * @param verifiedOn null if nobody has verified the plot yet, or it is not public any more
   */
  record View(String state, long plot, String code, @Nullable String name, @Nullable Integer version, @Nullable LocalDate verifiedOn, Instant askedAt, Instant expiresAt,
      @Nullable Instant answeredAt) {}

  private final Questions questions;
  private final Answers answers;
  private final OwnerTokens tokens;

  QuestionController(Questions questions, Answers answers, OwnerTokens tokens) {
    this.questions = questions;
    this.answers = answers;
    this.tokens = tokens;
  }

  @GetMapping("/api/still-true/{token}")
  ResponseEntity<View> look(@PathVariable String token) {
    return answer(questions.find(idOf(token)).orElseThrow(QuestionController::unknown));
  }

  /** Under the version that the page has shown. */
  @PostMapping(path = "/api/still-true/{token}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> answer(@PathVariable String token, @RequestBody Answer.Sent sent,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    long id = idOf(token);
    return answer(answers.answer(id, version(ifMatch), Answer.of(sent)));
  }

  private long idOf(String token) {
    return tokens.read(Use.QUESTION, token).orElseThrow(QuestionController::unknown);
  }

  private static ResponseEntity<View> answer(Question one) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (one.version() != null) {
      answer.eTag("\"" + one.version() + "\"");
    }
    return answer.body(new View(one.shown(), one.plotId(), one.plotCode(), one.name(), one.version(), one.verifiedOn(), one.askedAt(), one.expiresAt(), one.answeredAt()));
  }

  private static int version(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "version-required", "If-Match must name the version of the plot that was shown: the ETag of this question.",
          "If-Match", null);
    }
    String number = ifMatch.replaceAll("^(W/)?\"|\"$", "");
    if (!number.matches("\\d{1,9}")) {
      throw new RefusedException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "The plot has been changed since this page was opened; look at it again.",
          "If-Match", null);
    }
    return Integer.parseInt(number);
  }

  private static NotFoundException unknown() {
    return new NotFoundException("token", "This link opens no question.");
  }
}
