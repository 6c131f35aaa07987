package org.comparto.survey;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comparto.mail.Words;

/** What a company agrees to that lets us publish a group of its fields, by version: a changed text is a new version. */
final class ConsentText {

  /** Of the text under {@code consent} in survey/words_*.properties. */
  static final String VERSION = "company-2026-11";

  private ConsentText() {}

  /** The text in each language. */
  static Map<String, String> inLanguages() {
    return List.of("it", "en").stream().collect(Collectors.toMap(Function.identity(), language -> Words.in("survey", language).say("consent")));
  }
}
