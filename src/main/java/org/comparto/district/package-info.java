/** What the census amounts to without telling of a single firm, and the networks that firms make. */
@NullMarked
package org.comparto.district;

import org.jspecify.annotations.NullMarked;
