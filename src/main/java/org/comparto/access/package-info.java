/** Access by road: how long a car and a truck take from plots, zones and companies to the nearest gateways, computed in bulk and kept true. */
@NullMarked
package org.comparto.access;

import org.jspecify.annotations.NullMarked;
