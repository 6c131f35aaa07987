/** Industrial zones, logistics zones and plots: what an investor looks for. */
@NullMarked
package org.comparto.estate;

import org.jspecify.annotations.NullMarked;
