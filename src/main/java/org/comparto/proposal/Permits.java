package org.comparto.proposal;

import java.util.ArrayList;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.layer.Layer;
import org.comparto.problem.RefusedException;
import org.comparto.proposal.Weighed.Place;
import org.jspecify.annotations.Nullable;

/** Who may do what with a proposal: the rule of two persons, and the rights of each in the place where it lies. */
final class Permits {

  private static final String EDIT = "edit";

  private Permits() {}

  /** All that somebody can do with a proposal in its state, as the interface names it. */
  static List<String> of(Proposal proposal, Caller caller) {
    List<String> may = new ArrayList<>();
    if (mayEdit(proposal, caller)) {
      may.add(EDIT);
    }
    for (Step step : Step.values()) {
      if (step.isPossibleIn(proposal.state()) && may(step, proposal, caller)) {
        may.add(step.toString());
      }
    }
    return may;
  }

  /** A draft is written by whoever may propose there; what waits for review only by who reviews it, and then somebody else approves it. */
  static boolean mayEdit(Proposal proposal, Caller caller) {
    return proposal.state().isBeingWritten() && caller.mayPropose(proposal) || proposal.state() == State.SUBMITTED && caller.mayReview(proposal);
  }

  /** @throws RefusedException if this person never may, answered with 403 */
  static void check(Step step, Proposal proposal, Caller caller) {
    caller.checkPerson();
    if (may(step, proposal, caller)) {
      return;
    }
    CurrentAccount account = caller.account();
    switch (step) {
      case SUBMIT -> account.checkPropose(proposal.layer(), proposal.territory(), proposal.municipality());
      case WITHDRAW -> throw Refusals.notYours();
      case SEND_BACK, APPROVE, PUBLISH, DISCARD -> account.checkReview(proposal.layer(), proposal.territory(), proposal.municipality());
    }
    throw Refusals.own();
  }

  private static boolean may(Step step, Proposal proposal, Caller caller) {
    boolean own = caller.isOneOf(proposal.writers());
    return switch (step) {
      case SUBMIT -> caller.mayPropose(proposal);
      case WITHDRAW -> own;
      case DISCARD -> own && proposal.state().isBeingWritten() || caller.mayReview(proposal) && !own;
      case SEND_BACK, APPROVE -> caller.mayReview(proposal) && !own;
      case PUBLISH -> caller.mayReview(proposal);
    };
  }

  /** @throws RefusedException if this person may never write it, answered with 403 */
  static void checkWriting(Proposal proposal, Caller caller) {
    caller.checkPerson();
    checkPlace(proposal.layer(), proposal.territory(), proposal.municipality(), caller.account());
  }

  /**
   * Where the feature is, where it would belong to, and where what was drawn lies, whatever is said of it.
   *
   * @param present null of a new feature
   * @throws RefusedException if this account may not propose or review in one of them, answered with 403
   */
  static void checkPlaces(@Nullable Snapshot present, Layer layer, Weighed content, CurrentAccount account) {
    if (present != null) {
      checkPlace(layer.id(), present.territory(), present.municipality(), account);
    }
    checkPlace(layer.id(), content.territory(), content.municipality(), account);
    Place drawn = content.drawn();
    if (drawn != null && drawn.territory() != null) {
      checkPlace(layer.id(), drawn.territory(), drawn.municipality() == null ? content.municipality() : drawn.municipality(), account);
    }
  }

  private static void checkPlace(String layer, @Nullable String territory, @Nullable String municipality, CurrentAccount account) {
    if (!account.mayReview(layer, territory, municipality)) {
      account.checkPropose(layer, territory, municipality);
    }
  }
}
