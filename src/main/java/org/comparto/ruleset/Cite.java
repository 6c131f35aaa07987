package org.comparto.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands.
 *
 * @param act for instance D.Lgs. 190/2024
 * @param source what was read to write the rule down: keys of the list of sources, such as S25
 * @param quote the words of the act, where they were read; null otherwise
 */
public record Cite(String act, @Nullable String art, @Nullable String para, @Nullable String letter, @Nullable String number,
    @Nullable String source, @Nullable String quote) {

  /** On one line: {@code D.Lgs. 190/2024, art. 11-bis, c. 1, lett. l, n. 1}. */
  public String text() {
    StringBuilder text = new StringBuilder(act);
    add(text, ", art. ", art);
    add(text, ", c. ", para);
    add(text, ", lett. ", letter);
    add(text, ", n. ", number);
    return text.toString();
  }

  private static void add(StringBuilder text, String before, @Nullable String part) {
    if (part != null) {
      text.append(before).append(part);
    }
  }
}
