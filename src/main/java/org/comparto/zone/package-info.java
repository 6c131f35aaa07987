/** The area as a product: a public page for every industrial zone, written by the server, to be read, printed and found. */
@NullMarked
package org.comparto.zone;

import org.jspecify.annotations.NullMarked;
