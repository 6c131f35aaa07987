package org.comparto.path;

/**
 * Something at one point of an edge that holds up or stops who passes it in a direction; who starts or ends before it is not touched.
 *
 * @param arc the direction it holds in
 * @param fraction where it lies, of the way along the arc in its own direction, 0 to 1
 * @param millis what passing it takes, {@link Travel#NEVER} if it can not be passed
 */
public record Spot(int arc, double fraction, int millis) {}
