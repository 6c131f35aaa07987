package org.comparto.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of sentence that problems say, in two languages: what stands between placeholders like {name} is fixed, what stands in their
 * place is taken over, itself translated where it is a sentence of its own.
 */
final class Translation {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private final List<String> fixed = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final String translated;

  Translation(String sentence, String translated) {
    this.translated = translated;
    Matcher placeholder = PLACEHOLDER.matcher(sentence);
    int end = 0;
    for (; placeholder.find(); end = placeholder.end()) {
      fixed.add(sentence.substring(end, placeholder.start()));
      names.add(placeholder.group(1));
    }
    fixed.add(sentence.substring(end));
  }

  /** How much of it is fixed: of two that fit, the one with more says it better. */
  int fixedCharacters() {
    return fixed.stream().mapToInt(String::length).sum();
  }

  /**
   * Empty if the sentence is of another kind. Each placeholder takes as little as it can, the last one all that is left.
   *
   * @param within what becomes of what stands in a place
   */
  Optional<String> of(String sentence, UnaryOperator<String> within) {
    if (names.isEmpty()) {
      return sentence.equals(fixed.get(0)) ? Optional.of(translated) : Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    int at = fixed.get(0).length();
    if (!sentence.startsWith(fixed.get(0))) {
      return Optional.empty();
    }
    for (int i = 0; i < names.size(); i++) {
      boolean last = i == names.size() - 1;
      String next = fixed.get(i + 1);
      int to = last ? sentence.length() - next.length() : sentence.indexOf(next, at + 1);
      if (to <= at || last && !sentence.endsWith(next)) {
        return Optional.empty();
      }
      values.put(names.get(i), within.apply(sentence.substring(at, to)));
      at = to + next.length();
    }
    return Optional.of(PLACEHOLDER.matcher(translated).replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1)))));
  }
}
