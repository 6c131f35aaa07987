/** Lists of plots that somebody shares by a link: read-only, for so many days, taken back when they want. */
@NullMarked
package org.comparto.shortlist;

import org.jspecify.annotations.NullMarked;
