/** Photos that strangers send, drawn anew before anybody else sees them. */
@NullMarked
package org.comparto.picture;

import org.jspecify.annotations.NullMarked;
