/** The coordinate reference systems that answers and questions may use, and the order of their axes. */
@NullMarked
package org.comparto.crs;

import org.jspecify.annotations.NullMarked;
