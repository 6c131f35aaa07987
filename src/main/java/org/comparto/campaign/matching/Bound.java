package org.comparto.campaign.matching;

/**
 * What no assignment that keeps the locked visits can exceed. {@link Relaxed} finds it.
 *
 * @param points whatever becomes of the number of visits
 * @param pointsOfAsMany of assignments that serve as many visits as the one that it was asked for
 */
public record Bound(int visits, int points, int pointsOfAsMany) {

  Bound tighter(Bound other) {
    return new Bound(Math.min(visits, other.visits), Math.min(points, other.points), Math.min(pointsOfAsMany, other.pointsOfAsMany));
  }

  boolean isReachedBy(Score score) {
    return score.visits() >= visits && score.points() >= points;
  }
}
