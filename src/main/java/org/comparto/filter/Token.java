package org.comparto.filter;

/**
 * A word of a filter in the text encoding.
 *
 * @param text without quotes and escapes; empty at the end
 * @param start where it begins in the filter
 * @param end the first character after it
 */
record Token(Kind kind, String text, int start, int end) {

  /** What a word is. */
  enum Kind { NAME, QUOTED_NAME, TEXT, NUMBER, SYMBOL, END }

  /** Whether it is this symbol, or this keyword in any case. */
  boolean is(String word) {
    return kind == Kind.SYMBOL && text.equals(word) || kind == Kind.NAME && text.equalsIgnoreCase(word);
  }

  /** For messages: where it stands, counted from 1. */
  String place() {
    return kind == Kind.END ? "at its end" : "at character " + (start + 1);
  }

  String shown() {
    return kind == Kind.END ? "the end" : Mistake.shown(text);
  }
}
