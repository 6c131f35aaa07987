package org.comparto.owner;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comparto.mail.Words;

/** What somebody agrees to who offers a plot, by version: a changed text is a new version. */
final class ConsentText {

  /** Of the text under {@code consent} in owner/words_*.properties. */
  static final String VERSION = "2026-11";

  private ConsentText() {}

  /** The text in each language. */
  static Map<String, String> inLanguages(int retentionMonths) {
    return List.of("it", "en").stream().collect(Collectors.toMap(Function.identity(), language ->
        Words.in("owner", language).say("consent", retentionMonths)));
  }
}
