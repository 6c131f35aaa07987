/** A layer's values kept in memory by column, true to what is committed, for questions that look at every row (decision 0019). */
@NullMarked
package org.comparto.columns;

import org.jspecify.annotations.NullMarked;
