/** Who did what that is not a change of a feature: noted where it is done, never rewritten. Knows no other module but the database. */
@NullMarked
package org.comparto.audit;

import org.jspecify.annotations.NullMarked;
