/** Ways through a road network held in arrays: quickest routes, trees, matrices, isochrones. No Spring, no database, no OpenStreetMap. */
@NullMarked
package org.comparto.path;

import org.jspecify.annotations.NullMarked;
