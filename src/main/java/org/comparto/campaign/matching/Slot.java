package org.comparto.campaign.matching;

/**
 * A time at which a host receives.
 *
 * @param host index
 * @param day index
 * @param from minute of the day
 * @param to minute of the day
 * @param seats people at most, of all groups together
 * @param groups how many groups at most; 1 where they are not received together
 */
public record Slot(int host, int day, int from, int to, int seats, int groups) {}
