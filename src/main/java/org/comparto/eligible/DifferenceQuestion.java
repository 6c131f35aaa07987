package org.comparto.eligible;

import org.comparto.feature.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * What is compared, and where.
 *
 * @param territory null for all in the box
 * @param box null for all of the territory: then there are totals, and no shapes
 * @param zoom of the map that shows it; shapes are as fine as it can show
 */
record DifferenceQuestion(String technology, @Nullable String territory, Moment from, Moment to, @Nullable BoundingBox box, int zoom) {}
