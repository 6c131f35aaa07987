/** Companies that are kept twice: found, held side by side, merged into one, and taken apart again where that was wrong. */
@NullMarked
package org.comparto.duplicate;

import org.jspecify.annotations.NullMarked;
