package org.comparto.layer;

/** A user text in both languages of the product. */
public record Localized(String it, String en) {

  public String in(String language) {
    return "en".equals(language) ? en : it;
  }
}
