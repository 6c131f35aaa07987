package org.comparto.campaign.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group that lacks visits, and what would help.
 *
 * @param missing how many visits
 * @param limits what stands in the way: the cheapest relaxation's limit, or, where no single thing helps, all that is broken in the slot where least is; empty if
 *     there is room, so that a search has only not used it yet
 * @param relaxations cheapest first, one for each limit; each makes one visit more fit
 * @param together where no single thing helps: what would have to be allowed all at once, in the slot where that is cheapest; empty if a single thing does, or nothing
 * @param free a slot in which there is room; null if there is none
 * @param insteadOf whose leaving makes room; null if a relaxation helps, or nobody's leaving does
 */
public record Unserved(int group, int missing, List<Limit> limits, List<Relaxation> relaxations, List<Relaxation> together,
    @Nullable Integer free, @Nullable Visit insteadOf) {}
