package org.comparto.campaign.matching;

/**
 * What holds for every group.
 *
 * @param coachSeats people whom a coach takes, {@link Problem#ANY} where nobody asks
 * @param minutesBetween two visits of a day, beside the way: to leave, to park, to arrive
 */
public record Rules(int coachSeats, Second second, int minutesBetween) {

  /** When a group's second visit may be. */
  public enum Second {
    SAME_DAY,
    OTHER_DAY,
    ANY_DAY
  }
}
