package org.comparto.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of what somebody wrote into a form; each refusal names the field, and what passes has no blanks around it. */
public final class Field {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()./-]{5,40}");

  private Field() {}

  public static String required(String name, @Nullable String value, int most) {
    String line = optional(name, value, most);
    if (line == null) {
      throw new InvalidInputException(name, name + " is required");
    }
    return line;
  }

  /** A single line; null if there is nothing in it. */
  public static @Nullable String optional(String name, @Nullable String value, int most) {
    return plain(name, value, most, CONTROL);
  }

  /** A text of any number of lines; null if there is nothing in it. */
  public static @Nullable String text(String name, @Nullable String value, int most) {
    return plain(name, value, most, CONTROL_BUT_LINES);
  }

  public static @Nullable String phone(String name, @Nullable String value) {
    String phone = optional(name, value, 40);
    if (phone != null && !PHONE.matcher(phone).matches()) {
      throw new InvalidInputException(name, name + " is not a telephone number; it has 5 to 40 digits, blanks or + ( ) . / -");
    }
    return phone;
  }

  /** Thousandths are kept; null for what is not known. */
  public static @Nullable Double quantity(String name, @Nullable Double value, double least, double most) {
    if (value == null) {
      return null;
    }
    if (!(value >= least && value <= most)) {
      throw new InvalidInputException(name, name + " is " + value + "; it must be from " + plainly(least) + " to " + plainly(most));
    }
    return Math.round(value * 1000) / 1000.0;
  }

  private static String plainly(double bound) {
    return String.valueOf((long) bound);
  }

  private static @Nullable String plain(String name, @Nullable String value, int most, Pattern forbidden) {
    String text = value == null ? "" : value.strip();
    if (text.length() > most) {
      throw new InvalidInputException(name, name + " has " + text.length() + " characters; " + most + " are the most");
    }
    if (forbidden.matcher(text).find()) {
      throw new InvalidInputException(name, name + " holds control characters");
    }
    return text.isEmpty() ? null : text;
  }
}
