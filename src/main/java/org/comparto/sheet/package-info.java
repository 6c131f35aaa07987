/** A plot on paper: the map drawn from our own data at a true scale, and the fact sheet as tagged PDF. */
@NullMarked
package org.comparto.sheet;

import org.jspecify.annotations.NullMarked;
