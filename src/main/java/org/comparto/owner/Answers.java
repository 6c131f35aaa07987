package org.comparto.owner;

import java.time.LocalDate;
import java.time.ZoneId;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.feature.Changes;
import org.comparto.owner.Questions.Question;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes the one answer of a question: that the plot is still so, that it is sold, what has changed, or that no more shall be asked. */
@Component
class Answers {

  /** The author of the history where an owner answers by a link; no account can have this name. */
  static final String AUTHOR = "owner by link";
  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");
  private static final String STILL_TRUE = Sql.load("owner/still-true.sql").text();

  /**
   * An answer; it checks itself, but for what the layer asks of values and shapes.
   *
   * @param changes with changed only: new values by the layer's names
   * @param geometry with changed only: the new outline; null where it stays
   */
  record Answer(String answer, ObjectNode changes, @Nullable JsonNode geometry, @Nullable String message) {

    /** As it is sent. */
    record Sent(@Nullable String answer, @Nullable ObjectNode changes, @Nullable ObjectNode geometry, @Nullable String message) {}

    static Answer of(Sent sent) {
      String answer = sent.answer() == null ? "" : sent.answer();
      ObjectNode changes = sent.changes() == null ? JsonMapper.shared().createObjectNode() : sent.changes();
      String message = Field.text("message", sent.message(), NewOffer.LONGEST_MESSAGE);
      OfferedFields.check(changes);
      switch (answer) {
        case "still_true", "sold", "stop" -> {
          if (!changes.isEmpty() || sent.geometry() != null) {
            throw new InvalidInputException("changes", "changes and geometry go with the answer changed and nothing else");
          }
        }
        case "changed" -> {
          if (changes.isEmpty() && sent.geometry() == null) {
            throw new InvalidInputException("changes", "changes or geometry must say what has changed");
          }
        }
        default -> throw new InvalidInputException("answer", "answer must be still_true, sold, changed or stop");
      }
      return new Answer(answer, changes, sent.geometry(), message);
    }
  }

  private final JdbcClient db;
  private final Questions questions;
  private final Offers offers;
  private final OwnerTokens tokens;
  private final Changes changes;
  private final Audit audit;

  Answers(JdbcClient db, Questions questions, Offers offers, OwnerTokens tokens, Changes changes, Audit audit) {
    this.db = db;
    this.questions = questions;
    this.offers = offers;
    this.tokens = tokens;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * @param version of the plot that the owner was shown
   * @throws RefusedException 410 if the question takes no answer any more; 412 if the plot has changed since it was shown
   */
  @Transactional
  public Question answer(long id, int version, Answer answer) {
    db.sql("SELECT pg_advisory_xact_lock(hashtextextended('owner-answers', 0))").query((row, n) -> true).list(); // one may end many questions
    Question question = questions.lock(id).orElseThrow(() -> new NotFoundException("token", "This link opens no question."));
    if (!question.shown().equals("open")) {
      throw new RefusedException(HttpStatus.GONE, "question-closed", "This question takes no answer any more.", "token", null);
    }
    if (answer.answer().equals("stop")) {
      silence(question);
      return questions.find(id).orElseThrow();
    }
    int present = db.sql("SELECT version FROM plot WHERE id = :id FOR UPDATE").param("id", question.plotId()).query(Integer.class).single();
    if (present != version) {
      throw new RefusedException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "The plot has been changed since this page was opened; look at it again.",
          "If-Match", null);
    }
    switch (answer.answer()) {
      case "still_true" -> {
        changes.begin(Changes.Kind.EDIT, AUTHOR, "still true, question " + question.id());
        db.sql(STILL_TRUE).param("id", question.plotId()).param("today", LocalDate.now(ITALY)).update();
        questions.close(id, "still_true", null, null);
      }
      case "sold" -> {
        ObjectNode sold = JsonMapper.shared().createObjectNode().put("status", "sold");
        questions.close(id, "sold", offers.change(question, sold, null, answer.message()), null);
      }
      default -> questions.close(id, "changed", offers.change(question, answer.changes(), answer.geometry(), answer.message()), null);
    }
    audit.note(AUTHOR, AuditAction.VERIFICATION_GIVEN, "plot:" + question.plotId(), answer.answer());
    return questions.find(id).orElseThrow();
  }

  /** All that is open for this address ends with it. */
  private void silence(Question question) {
    db.sql("INSERT INTO owner_silence (address) VALUES (:address) ON CONFLICT DO NOTHING")
        .param("address", tokens.ofAddress(new OwnerAddress(question.email()))).update();
    db.sql("UPDATE owner_question SET state = 'stopped', answered_at = now() FROM owner_letter AS letter WHERE letter.id = letter_id AND state = 'open' AND lower(letter.email) = lower(:email)")
        .param("email", question.email()).update();
  }
}
