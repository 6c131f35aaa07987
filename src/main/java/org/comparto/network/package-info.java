/** The road network: graphs of OpenStreetMap, who may drive where and how fast, routes, isochrones and matrices; bottlenecks and gateways as records. */
@NullMarked
package org.comparto.network;

import org.jspecify.annotations.NullMarked;
