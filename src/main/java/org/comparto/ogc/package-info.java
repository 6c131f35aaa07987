/** OGC API pages and links over layers, features and tiles. */
@NullMarked
package org.comparto.ogc;

import org.jspecify.annotations.NullMarked;
