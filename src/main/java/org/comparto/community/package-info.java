/** Energy communities: the balance of a year by hours, what it is paid, who may take part, and the communities that planners save. */
@NullMarked
package org.comparto.community;

import org.jspecify.annotations.NullMarked;
