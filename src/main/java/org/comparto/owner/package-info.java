/** What owners tell the desk without an account: plots they offer, and whether what is published of theirs is still true. */
@NullMarked
package org.comparto.owner;

import org.jspecify.annotations.NullMarked;
