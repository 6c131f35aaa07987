package org.comparto.campaign.matching;

import java.time.Duration;

/**
 * How long to search. The same seed and patience find the same, whatever the machine does, unless time runs out before.
 *
 * @param patience steps without anything better after which a search ends
 */
public record Effort(long seed, long patience, Duration most) {}
