package org.comparto.inquiry;

import java.util.Objects;
import org.comparto.account.Colleagues;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.database.Sql;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with an inquiry; each step is noted with who and when. */
@Component
class Handling {

  private static final String CHANGE = Sql.load("inquiry/change.sql").text();
  private static final String ADD_EVENT = Sql.load("inquiry/add-event.sql").text();

  /** What the desk may change of an inquiry, after the change. */
  record Step(State state, @Nullable String assignedTo) {

    Step(@Nullable State state, @Nullable String assignedTo) {
      if (state == null) {
        throw new InvalidInputException("state", "state must be new, in_progress, answered, closed or spam");
      }
      this.state = state;
      this.assignedTo = Field.optional("assignedTo", assignedTo, 60);
    }
  }

  private final JdbcClient db;
  private final Inbox inbox;
  private final Colleagues colleagues;

  Handling(JdbcClient db, Inbox inbox, Colleagues colleagues) {
    this.db = db;
    this.inbox = inbox;
    this.colleagues = colleagues;
  }

  /** @throws NotFoundException if there is none that this account may see */
  Inquiry get(long id, CurrentAccount reader) {
    return inbox.find(id, reader.territory()).orElseThrow(() -> new NotFoundException("id", "There is no inquiry " + id + "."));
  }

  /**
   * @param version of the inquiry on which the step was decided
   * @throws RefusedException if somebody else has changed it since, answered with 412
   */
  @Transactional
  Inquiry change(long id, int version, Step step, CurrentAccount by) {
    Inquiry before = get(id, by);
    boolean isReassigned = !Objects.equals(before.assignedTo(), step.assignedTo());
    if (isReassigned && step.assignedTo() != null) {
      checkColleague(step.assignedTo(), before);
    }
    int changed = db.sql(CHANGE).param("id", id).param("version", version).param("state", step.state().toString())
        .param("assigned_to", step.assignedTo()).update();
    if (changed == 0) {
      throw new RefusedException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
          "Somebody else has changed this inquiry meanwhile; read it again and decide anew.", "If-Match", null);
    }
    if (before.state() != step.state()) {
      note(id, by.username(), "state", before.state().toString(), step.state().toString(), null);
    }
    if (isReassigned) {
      note(id, by.username(), "assignment", before.assignedTo(), step.assignedTo(), null);
    }
    return get(id, by);
  }

  /** A remark for the desk, which the sender does not see. */
  @Transactional
  void addNote(long id, String text, CurrentAccount by) {
    db.sql("SELECT id FROM inquiry WHERE id = :id FOR SHARE").param("id", id).query(Long.class).list(); // no erasure slips in between
    Inquiry inquiry = get(id, by);
    if (inquiry.erasedAt() != null) {
      throw RefusedException.conflict("inquiry-erased", "The person of this inquiry is erased; nothing more is written about them.", "id");
    }
    note(id, by.username(), "note", null, null, text);
  }

  void note(long id, String author, String kind, @Nullable String before, @Nullable String after, @Nullable String note) {
    db.sql(ADD_EVENT).param("id", id).param("author", author).param("kind", kind).param("before", before).param("after", after)
        .param("note", note).update();
  }

  private void checkColleague(String username, Inquiry inquiry) {
    boolean mayTakeIt = colleagues.whoMay(Scope.WRITE).stream().anyMatch(one -> one.username().equals(username)
        && (one.territory() == null || inquiry.territories().isEmpty() || inquiry.territories().contains(one.territory())));
    if (!mayTakeIt) {
      throw new InvalidInputException("assignedTo", "There is no active account of the desk with this name that may see this inquiry.");
    }
  }
}
