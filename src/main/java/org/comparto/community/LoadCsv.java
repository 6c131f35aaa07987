package org.comparto.community;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A year's load out of a CSV file: a value for each hour or quarter of an hour, alone or behind the local time at which its step begins. Nothing is
 * repaired: a missing or doubled row, a gap, a negative value or a unit that nobody names is refused with its row.
 */
final class LoadCsv {

  /** @param hourly kWh of each hour of the calendar year in Rome */
  record Read(int year, String unit, int stepMinutes, double[] hourly, double totalKwh, double mostKwhInAnHour) {}

  private static final List<String> UNITS = List.of("kWh", "kW");
  private static final DateTimeFormatter ITALIAN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

  private LoadCsv() {}

  static Read read(InputStream in, int number, @Nullable String unit) throws IOException {
    Given.within("year", number, 2000, 2100);
    EnergyYear year = EnergyYear.of(number);
    List<String[]> rows = new ArrayList<>();
    String named = unit;
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int lineNumber = 0;
    int firstLine = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      lineNumber++;
      if (line.isBlank() && !rows.isEmpty()) {
        continue; // the end of a file; one in between shows as a gap in the number of rows
      }
      String[] cells = cells(line);
      if (rows.isEmpty() && lineNumber == 1 && !isNumber(cells[cells.length - 1])) {
        named = named == null ? unitOf(line) : named;
        firstLine = 2;
      } else {
        rows.add(cells);
      }
    }
    if (named == null) {
      throw new InvalidInputException("unit", "unit is required: kWh in each step, or kW as the mean of it; give it as a parameter or in the first line");
    }
    Given.oneOf("unit", named, UNITS);
    int steps = rows.size() == year.hours() ? 1 : rows.size() == year.hours() * 4 ? 4 : 0;
    if (steps == 0) {
      throw new InvalidInputException("rows", "The file has " + rows.size() + " rows; the year " + number + " needs " + year.hours()
          + " hours or " + year.hours() * 4
          + " quarters of an hour");
    }
    double[] hourly = new double[year.hours()];
    double most = 0;
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i);
      if (cells.length > 1) {
        checkTime(cells[0], year, i, steps, firstLine + i);
      }
      double value = number(cells[cells.length - 1], firstLine + i);
      hourly[i / steps] += named.equals("kW") ? value / steps : value;
    }
    for (double hour : hourly) {
      most = Math.max(most, hour);
    }
    return new Read(number, named, 60 / steps, hourly, Balancing.sum(hourly), most);
  }

  /** Semicolons and tabs leave the comma to decimals; without them it separates, unless the whole line is one number. */
  private static String[] cells(String line) {
    String[] cells = isNumber(line.strip()) ? new String[] {line} : line.split(line.contains(";") ? ";" : line.contains("\t") ? "\t" : ",", -1);
    String[] plain = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      plain[i] = cells[i].replace("\uFEFF", "").strip().replaceAll("^\"|\"$", "").strip();
    }
    return plain;
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?");
  }

  private static @Nullable String unitOf(String header) {
    String words = header.toLowerCase(Locale.ROOT);
    return words.matches(".*\\bkwh\\b.*") ? "kWh" : words.matches(".*\\bkw\\b.*") ? "kW" : null;
  }

  private static double number(String cell, int line) {
    if (!isNumber(cell)) {
      throw new InvalidInputException("rows", "Row " + line + " holds \"" + cell + "\", which is not a number");
    }
    double value = Double.parseDouble(cell.replace(',', '.'));
    if (value < 0) {
      throw new InvalidInputException("rows", "Row " + line + " holds " + cell + "; a load is never negative");
    }
    if (value > 1e9) {
      throw new InvalidInputException("rows", "Row " + line + " holds " + cell + "; a load is never so large");
    }
    return value;
  }

  private static void checkTime(String cell, EnergyYear year, int step, int steps, int line) {
    OffsetDateTime expected = year.begin(step / steps).plus(Duration.ofMinutes(60L / steps * (step % steps)));
    boolean fits;
    try {
      String text = cell.replace(' ', 'T');
      fits = text.matches(".*([+-]\\d\\d:?\\d\\d|Z)$") && text.contains("T") ? OffsetDateTime.parse(text).isEqual(expected)
          : (cell.contains("/") ? LocalDateTime.parse(cell.substring(0, Math.min(16, cell.length())), ITALIAN)
          : LocalDateTime.parse(text)).equals(expected.toLocalDateTime());
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("rows", "Row " + line + " holds \"" + cell + "\", which is no time like 2026-01-31T13:00 or 31/01/2026 13:00");
    }
    if (!fits) {
      throw new InvalidInputException("rows", "Row " + line + " is of " + cell + " where " + expected.toLocalDateTime()
          + " is expected: a step is missing, doubled or out of order");
    }
  }
}
