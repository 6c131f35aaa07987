package org.comparto.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names as people write them, made comparable: Superficie_Fondiaria, "superfici fondiarie" and SUPERFICIE.FONDIARIA are one. */
final class Words {

  private Words() {}

  /** Lower case, no accents, words parted by one space, each without its plural (or gender) ending. */
  static String comparable(String name) {
    return Arrays.stream(plain(name).split(" ")).map(Words::stem).collect(Collectors.joining(" "));
  }

  /** A name for an attribute: snake_case of a–z, 0–9; empty if nothing is left. */
  static String snakeCase(String name) {
    String snake = plain(name).replace(' ', '_');
    return snake.isEmpty() || Character.isLetter(snake.charAt(0)) ? snake : "f_" + snake;
  }

  /** Also for a value against a code or its title. */
  static String plain(String text) {
    String parted = text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2"); // camelCase
    return Normalizer.normalize(parted, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", " ").trim();
  }

  /** lotti, lotto; plots, plot; superficie, superfici. Short words keep their ending: it is half of them. */
  private static String stem(String word) {
    return word.length() < 4 ? word : word.replaceFirst("s$", "").replaceFirst("[aeiou]+$", "").replaceFirst("h$", "");
  }
}
