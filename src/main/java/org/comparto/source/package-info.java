/** Official and open sources: what each is, under which terms, what its fields mean here, and whether it is due to be loaded again. */
@NullMarked
package org.comparto.source;

import org.jspecify.annotations.NullMarked;
