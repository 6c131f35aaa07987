/** Changing single features: what is sent is held against the layer's descriptor and written as one change, under the version that was read. */
@NullMarked
package org.comparto.editing;

import org.jspecify.annotations.NullMarked;
