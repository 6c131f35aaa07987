package org.comparto.proposal;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;

/** Why something can not be done with a proposal, and what can be done instead. */
final class Refusals {

  private Refusals() {}

  /** Also for those that others must not know of. */
  static NotFoundException missing(long id) {
    return new NotFoundException("id", "There is no proposal " + id + " that you may see.");
  }

  /** @param may what this person can do with it now */
  static RefusedException wrongState(Proposal proposal, List<String> may) {
    return RefusedException.conflict("wrong-state", "This proposal is " + inWords(proposal.state()) + "; what you can do with it now: "
        + (may.isEmpty() ? "nothing more" : String.join(", ", may)) + ".", "step", Map.of("state", proposal.state(), "may", may));
  }

  private static String inWords(State state) {
    return switch (state) {
      case DRAFT -> "a draft";
      case SUBMITTED -> "waiting for review";
      case APPROVED -> "approved and not yet published";
      case SENT_BACK -> "sent back to its author";
      case PUBLISHED -> "published already";
      case WITHDRAWN -> "withdrawn for good";
    };
  }

  static RefusedException retired() {
    return RefusedException.conflict("feature-retired", "The feature has been retired meanwhile; restore it first, or withdraw the proposal.", "feature");
  }

  /** @param seen the attributes that the reader may see */
  static RefusedException outdated(Comparison comparison, Predicate<String> seen) {
    return RefusedException.conflict("outdated", "The feature has been changed since this proposal was begun; take the change over (rebase) and decide on "
        + "what both have changed.", "feature", Map.of("conflicts", comparison.conflicts(), "current", comparison.current().visible(seen)));
  }

  static RefusedException own() {
    return forbidden("own-proposal", "Whoever wrote a proposal does not decide on it: somebody else has to.");
  }

  static RefusedException notYours() {
    return forbidden("not-yours", "Only who wrote a proposal withdraws it.");
  }

  static RefusedException nothingProposed() {
    return RefusedException.conflict("nothing-changed", "This proposal changes nothing yet.", "properties");
  }

  private static RefusedException forbidden(String type, String message) {
    return new RefusedException(HttpStatus.FORBIDDEN, type, message, null, null);
  }
}
