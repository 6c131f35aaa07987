package org.comparto.encoding;

import java.util.regex.Pattern;

/**
 * Keeps texts from becoming formulas where a spreadsheet guesses what a cell is (OWASP, CSV injection). An apostrophe before
 * such a text can be taken off again: exactly the texts that begin with apostrophes and one of the signs have one too many.
 */
public final class Spreadsheets {

  private static final Pattern BEGINS_A_FORMULA = Pattern.compile("'*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

  private Spreadsheets() {}

  public static String harmless(String text) {
    return BEGINS_A_FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
