/** What the sun gives: power and energy of photovoltaics on a surface, and the hours in which it comes. */
@NullMarked
package org.comparto.potential;

import org.jspecify.annotations.NullMarked;
