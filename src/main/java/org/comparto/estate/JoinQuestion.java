package org.comparto.estate;

import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a search for joinable plots mean.
 *
 * @param minArea m² that the plots of a union must have together
 * @param mostOwners distinct owners of a union at most; as many as there are plots if it was not said
 * @param filter CQL2 text that every plot must meet; null for all that are available
 * @param street metres that a gap between two plots may be wide
 * @param limit unions in the answer
 */
record JoinQuestion(double minArea, int mostOwners, @Nullable String filter, double street, int limit) {

  private static final int MOST_UNIONS = 100;
  private static final int DEFAULT_UNIONS = 20;
  private static final double WIDEST_STREET = 30;
  private static final double DEFAULT_STREET = 12;

  /** @throws InvalidInputException naming the parameter that can not be used */
  static JoinQuestion of(@Nullable String minArea, @Nullable String maxOwners, @Nullable String filter, @Nullable String streetWidth,
      @Nullable String limit) {
    if (minArea == null) {
      throw new InvalidInputException("minArea", "minArea is missing; it is the area in m² that the plots must have together, for instance 80000");
    }
    return new JoinQuestion(number("minArea", minArea, 1, 1e9), PlotQuestion.number("maxOwners", maxOwners, Integer.MAX_VALUE, 1, 1_000), filter,
        streetWidth == null ? DEFAULT_STREET : number("streetWidth", streetWidth, 0, WIDEST_STREET),
        PlotQuestion.number("limit", limit, DEFAULT_UNIONS, 1, MOST_UNIONS));
  }

  private static double number(String parameter, String text, double least, double most) {
    if (!text.matches("\\d{1,10}(\\.\\d{1,6})?") || Double.parseDouble(text) < least || Double.parseDouble(text) > most) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it must be a number from " + (long) least + " to " + (long) most);
    }
    return Double.parseDouble(text);
  }
}
