/** Puts plots in order by what counts for somebody: weighted ranking, briefs matched against plots and zones, plots side by side. */
@NullMarked
package org.comparto.ranking;

import org.jspecify.annotations.NullMarked;
