package org.comparto.invitation;

/** Told within the transaction in which an invitation takes a step, for modules whose own state follows the answers of hosts. */
public record InvitationMoved(long invitation, String about, long host, State state) {}
