package org.comparto.campaign.matching;

import java.util.Locale;

/**
 * What can stand in the way of a visit.
 *
 * <p>{@code cost} says what it is to give way, so that relaxations can be compared: for the whole, and for each unit of its quantity. It is a
 * judgement of ours, told in docs/campaigns.md: a few seats or minutes are less than another day, that is less than another language or age.
 */
public enum Limit {
  /** Quantity: people. */
  SEATS(2, 2),
  /** The slot takes no more groups. Quantity: groups. */
  GROUPS(18, 2),
  /** The host takes no more groups that day. */
  HOST_DAY(14, 2),
  /** The host takes no more groups at all. */
  HOST_TOTAL(16, 2),
  /** Quantity: metres. */
  DISTANCE(4, 0.001),
  /** The group can not come on this day. */
  DAY(10, 0),
  /** It would have to set out earlier. Quantity: minutes. */
  LEAVES(3, 0.4),
  /** It would be back later. Quantity: minutes. */
  BACK(3, 0.4),
  /** Quantity: people. */
  COACH_SEATS(6, 3),
  LANGUAGE(40, 0),
  LEVEL(60, 0),
  /** Quantity: years. */
  AGE(45, 15),
  WHEELCHAIR(90, 0),
  /** Two visits in one day, or on two days, as the campaign does not want it. */
  SECOND_DAY(12, 0),
  /** The two visits overlap, or the way between them takes too long. */
  BETWEEN(0, 0),
  /** A group visits a host once. */
  SAME_HOST(0, 0),
  NO_ROAD(0, 0);

  private final double base;
  private final double each;

  Limit(double base, double each) {
    this.base = base;
    this.each = each;
  }

  /** Whether somebody could give way. */
  public boolean canRelax() {
    return this != BETWEEN && this != SAME_HOST && this != NO_ROAD;
  }

  /** Whether it is about how much a host takes, so that another group's leaving would help. */
  public boolean isCapacity() {
    return this == SEATS || this == GROUPS || this == HOST_DAY || this == HOST_TOTAL;
  }

  public double cost(int quantity) {
    return base + each * quantity;
  }

  /** As it stands in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
