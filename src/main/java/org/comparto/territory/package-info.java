/** The territories that one installation serves, and their municipalities. */
@NullMarked
package org.comparto.territory;

import org.jspecify.annotations.NullMarked;
