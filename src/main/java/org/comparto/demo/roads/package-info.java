/** Road networks as OpenStreetMap files: lines become joined pieces, pieces become nodes, ways and relations; and a large made-up network. */
@NullMarked
package org.comparto.demo.roads;

import org.jspecify.annotations.NullMarked;
