/** Bottlenecks, and the gateways that access times are measured to. */
@NullMarked
package org.comparto.network;

import org.jspecify.annotations.NullMarked;
