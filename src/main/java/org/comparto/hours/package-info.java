/** Opening hours as OpenStreetMap writes them: what a text says of a day. */
@NullMarked
package org.comparto.hours;

import org.jspecify.annotations.NullMarked;
