package org.comparto.estate;

import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a plot search mean.
 *
 * @param filter CQL2 text; null for all plots
 * @param sort attributes, comma-separated, - for the largest first; null for the order of ids
 * @param limit plots in the answer, 1 to 1,000
 * @param offset plots of the order passed over
 * @param language it or en
 */
record PlotQuestion(@Nullable String filter, @Nullable String sort, int limit, int offset, String language) {

  private static final int MOST = 1_000;
  private static final int DEFAULT = 50;

  /** @throws InvalidInputException naming the parameter that can not be used */
  static PlotQuestion of(@Nullable String filter, @Nullable String sort, @Nullable String limit, @Nullable String offset, @Nullable String language) {
    return new PlotQuestion(filter, sort, number("limit", limit, DEFAULT, 1, MOST), number("offset", offset, 0, 0, 10_000_000), language(language));
  }

  static int number(String parameter, @Nullable String text, int otherwise, int least, int most) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it must be an integer from " + least + " to " + most);
    }
    return Integer.parseInt(text);
  }

  static String language(@Nullable String text) {
    if (text != null && !text.equals("it") && !text.equals("en")) {
      throw new InvalidInputException("lang", "lang is \"" + text + "\"; there are it and en");
    }
    return text == null ? "it" : text;
  }
}
