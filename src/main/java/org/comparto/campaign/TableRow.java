package org.comparto.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.mail.Words;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A row of a table as values; what can not be read is noted with its row and column, and null. */
final class TableRow {

  /** What is wrong with a cell. @param column as the file calls it; null for the whole row */
  record Mistake(int row, @Nullable String column, String text) {}

  private static final Pattern ITALIAN = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
  private static final Set<String> YES = Set.of("1", "si", "sì", "s", "x", "yes", "y", "true", "vero");
  private static final Set<String> NO = Set.of("0", "no", "n", "false", "falso");

  final int number;
  private final Map<String, String> cells;
  private final Map<String, String> named;
  private final Words words;
  private final List<Mistake> mistakes;

  /** @param cells by our name of the column @param named what the file calls them */
  TableRow(int number, Map<String, String> cells, Map<String, String> named, Words words, List<Mistake> mistakes) {
    this.number = number;
    this.cells = cells;
    this.named = named;
    this.words = words;
    this.mistakes = mistakes;
  }

  @Nullable String text(String column) {
    String text = cells.getOrDefault(column, "");
    if (text.length() > 200) {
      wrong(column, "table.long", 200);
    }
    return text.isEmpty() || text.length() > 200 ? null : text;
  }

  @Nullable Integer whole(String column, int least, int most) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
      return Integer.valueOf(text);
    }
    wrong(column, "table.number", text, String.valueOf(least), String.valueOf(most));
    return null;
  }

  @Nullable Double decimal(String column, double least, double most) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(text.replace(',', '.'));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    wrong(column, "table.decimal", text, String.valueOf(least), String.valueOf(most));
    return null;
  }

  @Nullable Boolean yes(String column) {
    String text = text(column);
    if (text == null || YES.contains(text.toLowerCase(Locale.ROOT))) {
      return text == null ? null : true;
    }
    if (!NO.contains(text.toLowerCase(Locale.ROOT))) {
      wrong(column, "table.yesno", text);
    }
    return false;
  }

  /** Several, with semicolons or bars between them; null if there are none. */
  @Nullable List<String> list(String column) {
    String text = cells.getOrDefault(column, "");
    List<String> all = Arrays.stream(text.split("[;|]")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    return all.isEmpty() ? null : all;
  }

  @Nullable List<LocalDate> dates(String column) {
    List<String> texts = list(column);
    if (texts == null) {
      return null;
    }
    List<LocalDate> dates = new ArrayList<>();
    for (String text : texts.stream().flatMap(one -> Arrays.stream(one.split("\\s*,\\s*|\\s+"))).toList()) {
      try {
        Matcher italian = ITALIAN.matcher(text);
        dates.add(italian.matches() ? LocalDate.of(Integer.parseInt(italian.group(3)), Integer.parseInt(italian.group(2)), Integer.parseInt(italian.group(1)))
            : LocalDate.parse(text));
      } catch (DateTimeException e) {
        wrong(column, "table.date", text);
      }
    }
    return dates;
  }

  @Nullable Clock time(String column) {
    String text = text(column);
    try {
      return text == null ? null : Clock.of(text);
    } catch (InvalidInputException e) {
      wrong(column, "table.time", text);
      return null;
    }
  }

  void wrong(String column, String key, Object... values) {
    mistakes.add(new Mistake(number, named.getOrDefault(column, column), words.say(key, values)));
  }
}
