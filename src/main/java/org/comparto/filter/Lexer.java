package org.comparto.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a filter in the text encoding into words (21-065r2, annex B). */
final class Lexer {

  private static final Pattern NUMBER = Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern SYMBOL = Pattern.compile("<>|<=|>=|[-+*/%^=<>(),]");
  private static final String CONTROLS = "abtnvfr";
  private static final String CONTROLLED = "\u0007\b\t\n\u000b\f\r";

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** All words, and the end as the last. */
  static List<Token> read(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return new Token(Token.Kind.END, "", at, at);
    }
    char first = text.charAt(at);
    if (first == '\'') {
      return quoted();
    }
    if (first == '"') {
      return quotedName();
    }
    if (isNameStart(text.codePointAt(at))) {
      return name();
    }
    int start = at;
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      at = number.end();
      if (at < text.length() && isNamePart(text.codePointAt(at))) {
        throw new Mistake("at character " + (start + 1) + " of the filter stands a number with letters behind it");
      }
      return new Token(Token.Kind.NUMBER, number.group(), start, at);
    }
    Matcher symbol = SYMBOL.matcher(text).region(at, text.length());
    if (symbol.lookingAt()) {
      at = symbol.end();
      return new Token(Token.Kind.SYMBOL, symbol.group(), start, at);
    }
    throw new Mistake("at character " + (at + 1) + " of the filter stands " + Mistake.shown(Character.toString(text.codePointAt(at)))
        + ", which means nothing there");
  }

  private Token name() {
    int start = at;
    while (at < text.length() && isNamePart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return new Token(Token.Kind.NAME, text.substring(start, at), start, at);
  }

  private Token quotedName() {
    int start = at;
    int end = text.indexOf('"', start + 1);
    if (end < 0) {
      throw unclosed("\"", start);
    }
    at = end + 1;
    return new Token(Token.Kind.QUOTED_NAME, text.substring(start + 1, end), start, at);
  }

  /** A quote inside is doubled or follows a backslash; control characters have the letters of C. Any other backslash stays, for LIKE. */
  private Token quoted() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      char following = at < text.length() ? text.charAt(at) : '\0';
      if (c == '\'' && following != '\'') {
        return new Token(Token.Kind.TEXT, value.toString(), start, at);
      }
      if (c == '\'' || c == '\\' && (following == '\'' || following == '\\')) {
        value.append(following);
        at++;
      } else if (c == '\\' && CONTROLS.indexOf(following) >= 0) {
        value.append(CONTROLLED.charAt(CONTROLS.indexOf(following)));
        at++;
      } else {
        value.append(c);
      }
    }
    throw unclosed("'", start);
  }

  private static Mistake unclosed(String quote, int start) {
    return new Mistake("the quote " + quote + " at character " + (start + 1) + " of the filter is never closed");
  }

  private static boolean isNameStart(int c) {
    return c == '_' || c == ':' || Character.isLetter(c);
  }

  private static boolean isNamePart(int c) {
    return isNameStart(c) || c == '.' || Character.isDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.CONNECTOR_PUNCTUATION;
  }
}
