package org.comparto.editing;

import org.comparto.feature.FeatureVersion;

/**
 * A feature just written.
 *
 * @param version the number of its version
 * @param tagged the same as the open interface names it
 */
public record Published(long id, int version, FeatureVersion tagged) {}
