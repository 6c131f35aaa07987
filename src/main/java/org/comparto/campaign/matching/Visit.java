package org.comparto.campaign.matching;

/**
 * A group at a host.
 *
 * @param locked put there by somebody, so that no search moves it, whatever it breaks
 */
public record Visit(int group, int slot, boolean locked) {}
