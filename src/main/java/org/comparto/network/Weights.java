package org.comparto.network;

import org.comparto.path.Turns;

/** What the arcs of a graph take and cost for a profile, before anything limits its vehicle; both as in {@link org.comparto.path.Travel}. */
record Weights(int[] millis, int[] cost, Turns turns) {}
