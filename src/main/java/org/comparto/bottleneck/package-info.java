/** The register of bottlenecks: what they do to roads, what their removal would change, and what people report. */
@NullMarked
package org.comparto.bottleneck;

import org.jspecify.annotations.NullMarked;
