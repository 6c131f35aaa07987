package org.comparto.orienteering;

/**
 * What a search found.
 *
 * @param iterations how many plans it tried
 */
public record Outcome(Plan plan, long iterations, EndedBy endedBy) { }
