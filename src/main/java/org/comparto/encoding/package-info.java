/** How features are written: one class per format, all of the same rows. */
@NullMarked
package org.comparto.encoding;

import org.jspecify.annotations.NullMarked;
