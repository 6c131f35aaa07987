package org.comparto.problem;

import tools.jackson.databind.JsonNode;

/** PostgreSQL keeps neither the character 0 nor half of a surrogate pair: a body that holds one is refused before anything is written. */
public final class StorableText {

  private StorableText() {}

  /**
   * Looks at all texts and names of members, however deep.
   *
   * @throws InvalidInputException naming the body
   */
  public static void check(JsonNode body) {
    if (body.isString()) {
      check(body.asString());
    } else {
      body.propertyNames().forEach(StorableText::check);
      body.forEach(StorableText::check);
    }
  }

  private static void check(String text) {
    if (text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new InvalidInputException("body", "body holds a character that no text has: NUL, or half of a surrogate pair");
    }
  }
}
