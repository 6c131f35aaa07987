/** Reading features: query, paging, GeoJSON streaming, search; and the record that every written feature is. */
@NullMarked
package org.comparto.feature;

import org.jspecify.annotations.NullMarked;
