package org.comparto.path;

/**
 * How a place is reached: by the way of least cost, among equally dear ones the quickest, then the shortest, then from the earlier source.
 *
 * @param millis what it takes
 * @param metres how far it is on that way
 * @param source which of the tree's sources (or targets) is the nearest, by its index in the list
 */
public record Reach(int millis, float metres, int source) {}
