/** Companies, and the consent by which each lets us publish what we know of it. */
@NullMarked
package org.comparto.census;

import org.jspecify.annotations.NullMarked;
