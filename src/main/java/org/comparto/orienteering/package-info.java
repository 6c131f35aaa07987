/** Which stops to visit, on which of several routes, in what order and when: the team orienteering problem with time windows. No Spring, no roads, no dates. */
@NullMarked
package org.comparto.orienteering;

import org.jspecify.annotations.NullMarked;
