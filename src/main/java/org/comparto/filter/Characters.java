package org.comparto.filter;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** What the database can not keep as text, and so never compares equal to anything. */
final class Characters {

  private Characters() {}

  static boolean areStorable(String text) {
    CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder(); // refuses half a surrogate pair
    return text.indexOf('\0') < 0 && utf8.canEncode(text);
  }

  static void requireStorable(String text) {
    if (!areStorable(text)) {
      throw new Mistake("the filter holds a character that no text has: NUL, or half of a surrogate pair");
    }
  }
}
