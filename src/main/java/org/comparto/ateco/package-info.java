/** The classification of economic activities in its two versions, and what a code of one is in the other, as a loaded table says. */
@NullMarked
package org.comparto.ateco;

import org.jspecify.annotations.NullMarked;
