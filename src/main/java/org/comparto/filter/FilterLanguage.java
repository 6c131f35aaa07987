package org.comparto.filter;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;

/** The two encodings of CQL2 (OGC 21-065r2). */
public enum FilterLanguage {

  TEXT("cql2-text"),
  JSON("cql2-json");

  private final String id;

  FilterLanguage(String id) {
    this.id = id;
  }

  /** As {@code filter-lang} names it. */
  public String id() {
    return id;
  }

  /**
   * Reads the value of {@code filter-lang}.
   *
   * @throws InvalidInputException naming the parameter and what there is
   */
  public static FilterLanguage parse(String text, String parameter) {
    return Arrays.stream(values()).filter(language -> language.id.equals(text)).findFirst().orElseThrow(() ->
        new InvalidInputException(parameter, parameter + " is \"" + text + "\"; there are "
            + Arrays.stream(values()).map(FilterLanguage::id).collect(Collectors.joining(", "))));
  }
}
