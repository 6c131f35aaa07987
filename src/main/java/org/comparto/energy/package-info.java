/** Energy areas and the primary-substation areas in which energy is shared. */
@NullMarked
package org.comparto.energy;

import org.jspecify.annotations.NullMarked;
