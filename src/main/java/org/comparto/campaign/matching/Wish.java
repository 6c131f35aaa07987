package org.comparto.campaign.matching;

import java.util.List;

/**
 * A preferred host that a group did not get.
 *
 * @param limits what stands in the way in the slot where least does, beside the group's own other visits; empty if it could be there
 * @param by the groups that are there, where the host has no room
 */
public record Wish(int group, int host, int slot, List<Limit> limits, List<Integer> by) {}
