package org.comparto.campaign.matching;

/**
 * One thing that somebody would have to allow for a visit to fit into an assignment in which nobody else moves.
 *
 * @param slot in which the group would be
 * @param quantity the smallest that does, in the limit's unit; 1 where there is no quantity
 */
public record Relaxation(Limit limit, int slot, int quantity) implements Comparable<Relaxation> {

  public double cost() {
    return limit.cost(quantity);
  }

  @Override
  public int compareTo(Relaxation other) {
    int byCost = Double.compare(cost(), other.cost());
    return byCost != 0 ? byCost : Integer.compare(slot, other.slot);
  }
}
