/** Campaigns of visits: which group goes to which host on which day, why some do not, and what would help them. */
@NullMarked
package org.comparto.campaign;

import org.jspecify.annotations.NullMarked;
