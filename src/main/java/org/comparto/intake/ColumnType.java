package org.comparto.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Learns from all values of a column what they are. Numbers with leading zeros stay text: they are codes. A comma makes all
 * numbers of its column Italian ones, so that 1.234 beside 5,6 is one thousand and more.
 */
final class ColumnType {

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");
  private static final Pattern DOTTED = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,2})?");
  private static final Pattern ITALIAN = Pattern.compile("-?(0|[1-9]\\d{0,2}(\\.\\d{3})+|[1-9]\\d*)(,\\d+)?");
  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\\d|3[01])");
  private static final Pattern ITALIAN_DATE = Pattern.compile("(0?[1-9]|[12]\\d|3[01])[/.-](0?[1-9]|1[0-2])[/.-](\\d{4})");

  private boolean any;
  private boolean integer = true;
  private boolean dotted = true;
  private boolean italian = true;
  private boolean comma;
  private boolean date = true;
  private boolean italianDate = true;

  void see(String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return;
    }
    any = true;
    integer = integer && INTEGER.matcher(text).matches();
    dotted = dotted && DOTTED.matcher(text).matches();
    italian = italian && ITALIAN.matcher(text).matches();
    comma |= text.indexOf(',') >= 0;
    date = date && DATE.matcher(text).matches();
    italianDate = italianDate && ITALIAN_DATE.matcher(text).matches();
  }

  /** GDAL's name of the type. */
  String name() {
    if (!any) {
      return "String";
    }
    if (integer) {
      return "Integer64";
    }
    if (dotted || (italian && comma)) {
      return "Real";
    }
    return date || italianDate ? "Date" : "String";
  }

  /** A value in the way GDAL writes values of this type. */
  String write(String value) {
    String text = value.strip();
    return switch (name()) {
      case "Integer64" -> text;
      case "Real" -> dotted ? text : text.replace(".", "").replace(',', '.');
      case "Date" -> text.isEmpty() ? text : date ? DATE.matcher(text).replaceFirst("$1/$2/$3") : italianDate(text);
      default -> value;
    };
  }

  private static String italianDate(String text) {
    String[] parts = text.split("[/.-]");
    return String.format(Locale.ROOT, "%s/%02d/%02d", parts[2], Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
  }
}
