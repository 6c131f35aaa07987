package org.comparto.proposal;

import java.util.List;
import java.util.UUID;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The door for other modules: what comes in by a form or by the open interface becomes a proposal like all others. */
@Component
public class Proposals {

  /**
   * What somebody wants to be published.
   *
   * @param feature null for something new
   * @param properties by name; what is not named is not known of a new feature and stays as it is of one that is there
   * @param geometry GeoJSON, longitude first; JSON null: as it is
   * @param note why; null if nothing was said
   * @param key of the sender's choice: sent again with it, it is the same proposal; null for none
   */
  public record Submission(String layer, Kind kind, @Nullable Long feature, ObjectNode properties, JsonNode geometry, @Nullable String note,
      @Nullable UUID key) {

    NewProposal asNew() {
      return new NewProposal(layer, kind, feature, new Content(properties, geometry, note), key);
    }
  }

  private final Drafts drafts;
  private final Review review;
  private final Callers callers;

  Proposals(Drafts drafts, Review review, Callers callers) {
    this.drafts = drafts;
    this.review = review;
    this.callers = callers;
  }

  /**
   * Submits at once, within the rights of an account.
   *
   * @return the id of the proposal
   * @throws RefusedException as for everybody who begins and submits a proposal
   */
  @Transactional
  public long submit(Submission submission, CurrentAccount by) {
    Caller caller = callers.of(by);
    Proposal begun = drafts.begin(submission.asNew(), caller).proposal();
    if (begun.state() == State.DRAFT) {
      review.take(begun.id(), new Version("\"" + begun.version() + "\""), new Decision(Step.SUBMIT, null, List.of()), caller);
    }
    return begun.id();
  }

  /**
   * Submits for somebody without an account, who has all rights to propose and none to decide; where it lies decides who reviews it.
   *
   * @param author how the author is named in steps and history: {@code form:…}
   * @return the id of the proposal
   * @throws RefusedException 422 with the faults if something is wrong or missing
   */
  @Transactional
  public long submit(Submission submission, String author) {
    if (!author.startsWith("form:")) {
      throw new IllegalArgumentException("an author without an account is named form:…, not " + author);
    }
    return review.submitted(drafts.beginFor(author, submission.asNew()), author);
  }
}
