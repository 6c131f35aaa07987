package org.comparto.ateco;

import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;

/** How codes of ATECO are written: two digits, then up to two pairs behind dots. */
final class AtecoCode {

  private static final Pattern CODE = Pattern.compile("\\d{2}(\\.\\d{1,2}(\\.\\d{1,2})?)?");
  private static final Pattern DIGITS = Pattern.compile("\\d{2,6}");

  private AtecoCode() {}

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** The beginning of a code, with its dots where somebody left them out. @throws InvalidInputException if it is none */
  static String beginning(String parameter, String text) {
    String code = text.strip().replaceAll("\\.$", "");
    if (DIGITS.matcher(code).matches() && code.length() > 2) {
      code = code.substring(0, 2) + "." + code.substring(2, Math.min(4, code.length())) + (code.length() > 4 ? "." + code.substring(4) : "");
    }
    if (!isCode(code)) {
      throw new InvalidInputException(parameter, parameter + " must be the beginning of an ATECO code, as 25, 25.1 or 25.11.00");
    }
    return code;
  }
}
