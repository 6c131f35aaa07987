package org.comparto.campaign.matching;

/**
 * What is not held, and by how much.
 *
 * @param quantity the smallest that would do, in the limit's unit; 1 where there is no quantity
 */
public record Violation(Limit limit, int quantity) {}
