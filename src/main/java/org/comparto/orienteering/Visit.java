package org.comparto.orienteering;

/**
 * A stop's times on a route, in ticks: arrive, then the pause if it is taken on arrival, then wait, then what comes before the start, then the service until leaving.
 *
 * @param stop its index
 * @param waits how long until a window opens
 * @param start in a window, or at once where all have closed
 * @param lateness how long after its last window it starts; {@link Problem#NEVER} where the route may not stop here at all
 * @param reached whether there is a way from where the route was before; if not, the way counts as no time
 */
public record Visit(int stop, int arrive, int waits, int start, int leave, int lateness, boolean reached) { }
