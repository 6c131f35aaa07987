package org.comparto.district;

import java.time.OffsetDateTime;

/**
 * Public figures of a territory that belong together.
 *
 * @param changeId the last change of features that it knows
 * @param k as it was when they were protected
 * @param demonstration whether firms made by us are counted
 */
record Edition(long id, String territory, OffsetDateTime takenAt, long changeId, int k, boolean demonstration) {}
