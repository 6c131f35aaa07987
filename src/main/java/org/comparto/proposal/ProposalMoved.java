package org.comparto.proposal;

import org.jspecify.annotations.Nullable;

/**
 * Told within the transaction in which a proposal takes a step, for modules that keep more about its author than a name.
 *
 * @param author a username, or {@code form:…}
 * @param state after the step: draft, submitted, approved, sent_back, published, withdrawn
 * @param feature null before something new is published
 */
public record ProposalMoved(long proposal, String author, String state, String layer, @Nullable Long feature, @Nullable String reason) {}
