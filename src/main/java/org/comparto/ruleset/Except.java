package org.comparto.ruleset;

/**
 * What a rule, and that rule alone, does not cover.
 *
 * @param bufferM so far around the source too, in metres; 0 for the source itself
 */
public record Except(Source source, double bufferM) {}
