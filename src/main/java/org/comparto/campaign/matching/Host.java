package org.comparto.campaign.matching;

import java.util.Set;

/**
 * Whom groups visit.
 *
 * @param levels of school that are welcome; empty for all
 * @param ageFrom years, 0 for any
 * @param ageTo years, {@link Problem#ANY} for any
 * @param languages in which visits are led; empty if nobody said, which stands in nobody's way
 * @param wheelchair whether it is known that a wheelchair can take part
 * @param mostPerDay groups in one day, {@link Problem#ANY} for any number
 * @param mostInAll groups in the whole campaign, {@link Problem#ANY} for any number
 */
public record Host(Set<String> levels, int ageFrom, int ageTo, Set<String> languages, boolean wheelchair, int mostPerDay, int mostInAll) {}
