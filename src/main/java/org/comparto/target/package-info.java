/** What territories want to have reached in renewable energy by a year, and what there is of it today. */
@NullMarked
package org.comparto.target;

import org.jspecify.annotations.NullMarked;
