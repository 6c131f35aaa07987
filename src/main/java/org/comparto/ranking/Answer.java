package org.comparto.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ranking with all that explains it.
 *
 * @param total how many plots meet the filter
 * @param ranked how many of them take part, that is meet what is required
 * @param criteria as they were understood
 * @param items the first ones
 * @param description how the order came about, in the language of the answer
 * @param permalink opens the same ranking in the page
 */
record Answer(int total, int ranked, List<Used> criteria, List<Item> items, String description, String permalink) {

  /**
   * A criterion with what was used for it. Days are written YYYY-MM-DD, yes-or-no as true and false.
   *
   * @param worst counts nothing; null if no plot has a value
   * @param best counts fully, likewise
   * @param least the least value of the filtered set; null if no plot has one
   * @param greatest the greatest, likewise
   * @param unknown how many plots of the filtered set have no value
   * @param knockedOut how many of them this criterion keeps from taking part
   * @param share of the sum of all weights
   * @param sensitivity null if no plot takes part
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Used(String attribute, String title, @Nullable String unit, Direction direction, Shape shape, double weight, double share, @Nullable Object worst,
      @Nullable Object best, boolean required, @Nullable Object least, @Nullable Object greatest, int unknown, int knockedOut,
      @Nullable Interval sensitivity) {}

  /**
   * The weights of one criterion, the others as they are, with which the first plot stays first.
   *
   * @param below the plot that leads with less weight; null where none does
   * @param above the plot that leads with more
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Interval(double from, double to, @Nullable Rival below, @Nullable Rival above) {}

  /** A plot that takes the lead. */
  record Rival(long id, String name) {}

  /**
   * A plot in its place.
   *
   * @param score 0 to 1, the sum of the contributions
   * @param contributions in the order of the criteria
   * @param unknown attributes that count 0 because nobody knows their value
   */
  record Item(int rank, long id, String name, double score, List<Contribution> contributions, List<String> unknown) {}

  /**
   * What one criterion adds.
   *
   * @param value of the plot; null if not known
   * @param worth of the value, 0 to 1; null likewise
   * @param contribution weight · worth / sum of weights; null likewise
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Contribution(@Nullable Object value, @Nullable Double worth, @Nullable Double contribution) {}
}
