/** Searches that somebody saves to hear what changes: by mail once they agreed twice, and as an Atom feed. */
@NullMarked
package org.comparto.alert;

import org.jspecify.annotations.NullMarked;
