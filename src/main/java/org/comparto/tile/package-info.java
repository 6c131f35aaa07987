/** Vector tiles: which tile, from which rows, kept ready as long as its layer does not change. */
@NullMarked
package org.comparto.tile;

import org.jspecify.annotations.NullMarked;
