package org.comparto.orienteering;

/**
 * A route's pause as it is taken.
 *
 * @param leg on the way to the visit of this index, or to the end if it is the number of visits
 * @param onArrival there, before the service; otherwise where the leg begins, before leaving
 * @param begins tick
 * @param lateness ticks after the pause should have begun at the latest
 */
public record Rest(int leg, boolean onArrival, int begins, int lateness) { }
