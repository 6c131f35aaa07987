package org.comparto.proposal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.comparto.audit.AuditAction;

/** What can be done with a proposal: from which states, and where it leads. */
enum Step {
  SUBMIT(State.SUBMITTED, AuditAction.PROPOSAL_SUBMITTED, State.DRAFT, State.SENT_BACK),
  /** By who wrote it. */
  WITHDRAW(State.WITHDRAWN, AuditAction.PROPOSAL_WITHDRAWN, State.SUBMITTED, State.APPROVED, State.SENT_BACK),
  SEND_BACK(State.SENT_BACK, AuditAction.PROPOSAL_SENT_BACK, State.SUBMITTED, State.APPROVED),
  APPROVE(State.APPROVED, AuditAction.PROPOSAL_APPROVED, State.SUBMITTED),
  PUBLISH(State.PUBLISHED, AuditAction.PROPOSAL_PUBLISHED, State.APPROVED),
  /** A draft that nobody needs, or a proposal that is refused for good. */
  DISCARD(State.WITHDRAWN, AuditAction.PROPOSAL_WITHDRAWN, State.DRAFT, State.SENT_BACK, State.SUBMITTED);

  private final State to;
  private final AuditAction action;
  private final Set<State> from;

  Step(State to, AuditAction action, State first, State... others) {
    this.to = to;
    this.action = action;
    this.from = EnumSet.of(first, others);
  }

  State to() {
    return to;
  }

  AuditAction action() {
    return action;
  }

  boolean isPossibleIn(State state) {
    return from.contains(state);
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
