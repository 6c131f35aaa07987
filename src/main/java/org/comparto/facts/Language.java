package org.comparto.facts;

import java.util.Locale;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The two languages that answers come in. */
public final class Language {

  private Language() {}

  /**
   * @param lang as asked for; null leaves it to the locale of the request
   * @throws InvalidInputException if it is neither it nor en
   */
  public static String of(@Nullable String lang, Locale locale) {
    if (lang == null) {
      return locale.getLanguage().equals("en") ? "en" : "it";
    }
    if (!lang.equals("it") && !lang.equals("en")) {
      throw new InvalidInputException("lang", "lang is \"" + lang + "\"; there are it, en");
    }
    return lang;
  }
}
