package org.comparto.verdict;

import java.time.Instant;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * A layer that the rules read, as it was when they did.
 *
 * @param available whether it is there in every territory in which the area lies
 * @param revision how often it had changed
 * @param changedAt the last change of those of its features that lie in reach; null if none does
 * @param source of the data, as the layer's descriptor says; null where there is no such layer
 * @param demonstration some of what was read is invented
 */
public record UsedLayer(String layer, Localized title, boolean available, long revision, @Nullable Instant changedAt, @Nullable Localized source,
    boolean demonstration) {}
