/** Files and official sources into features: read safely, staged, checked, compared, applied as one change that can be undone. */
@NullMarked
package org.comparto.intake;

import org.jspecify.annotations.NullMarked;
