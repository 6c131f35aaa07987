package org.comparto.orienteering;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instance of the team orienteering problem with time windows as the field exchanges it: {@code k v N t}, then {@code D Q}, then a row for the depot and for each of N customers:
 * {@code i x y d S f a list O C} with the service d, the score S, a visit days (not read), opening O and closing C of the window in which the service starts. All routes begin and end at the
 * depot (row 0) within its window; ways are straight, their lengths cut off after some decimals, and their times are their lengths.
 *
 * <p>Decimals: of customers after Solomon (names with c, r or rc before a number, like {@code c101}, {@code rc201}, {@code 50_r102}) one is kept, of Cordeau's ({@code pr01}) two, of any other name
 * one, unless said otherwise. Everything is reckoned in whole numbers, so that a length that is exact is not cut below itself.
 *
 * @param name the file's, without its ending
 * @param decimals of lengths that are kept
 */
record ToptwFile(String name, int decimals, List<Row> rows) {

  /** The depot or a customer. */
  record Row(int vertex, BigDecimal x, BigDecimal y, BigDecimal service, BigDecimal score, BigDecimal opens, BigDecimal closes) { }

  /** A file that cannot be read as such; the message names file and line. */
  static final class Malformed extends RuntimeException {
    Malformed(String where, String what) {
      super(where + ": " + what);
    }
  }

  private static final Pattern FAMILY = Pattern.compile("(?:^|[^a-z])(pr|rc|r|c)\\d");

  /** Fields before the days of visits: i x y d S f a; those without f and a are i x y d S. */
  private static final int BEFORE_DAYS = 7;
  private static final int FEWEST = 7;

  /** The decimals that the instance's name asks for; -1 if the name is of no family. */
  static int decimalsOf(String name) {
    Matcher family = FAMILY.matcher(name.toLowerCase(Locale.ROOT));
    return name.startsWith("50_") ? 1 : !family.find() ? -1 : family.group(1).equals("pr") ? 2 : 1;
  }

  static ToptwFile read(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("(?i)\\.txt$", "");
    return read(file, name, decimalsOf(name) < 0 ? 1 : decimalsOf(name));
  }

  static ToptwFile read(Path file, int decimals) throws IOException {
    return read(file, file.getFileName().toString().replaceFirst("(?i)\\.txt$", ""), decimals);
  }

  private static ToptwFile read(Path file, String name, int decimals) throws IOException {
    List<Row> rows = new ArrayList<>();
    int customers = -1;
    boolean limits = false;
    int number = 0;
    for (String line : new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).split("\r\n|\n|\r")) {
      String where = file + ":" + ++number;
      String[] fields = line.strip().split("\\s+");
      if (line.isBlank()) {
        continue;
      }
      if (customers < 0) {
        customers = customers(where, fields);
      } else if (!limits) {
        limits = true; // D and Q are not of this problem: the depot's window bounds the routes
        if (fields.length > 2) {
          throw new Malformed(where, "expected the line D Q, found " + fields.length + " fields");
        }
      } else if (rows.size() <= customers) {
        rows.add(row(where, fields, rows.size()));
      } else {
        throw new Malformed(where, "one more row than the depot and " + customers + " customers");
      }
    }
    if (rows.size() <= customers || customers < 0) {
      throw new Malformed(file + ":" + number, "the file ends after " + rows.size() + " rows of the depot and " + Math.max(0, customers) + " customers");
    }
    return new ToptwFile(name, decimals, rows);
  }

  private static int customers(String where, String[] fields) {
    if (fields.length < 3) {
      throw new Malformed(where, "expected the line k v N t, found " + fields.length + " fields");
    }
    try {
      return Integer.parseUnsignedInt(fields[2]);
    } catch (NumberFormatException e) {
      throw new Malformed(where, "N, the number of customers, is " + fields[2]);
    }
  }

  private static Row row(String where, String[] fields, int vertex) {
    int last = fields.length - 1;
    if (fields.length < FEWEST) {
      throw new Malformed(where, "a row has at least i x y d S O C, found " + fields.length + " fields");
    }
    BigDecimal[] numbers = new BigDecimal[fields.length];
    for (int i = 0; i < fields.length; i++) {
      try {
        numbers[i] = new BigDecimal(fields[i]);
      } catch (NumberFormatException e) {
        throw new Malformed(where, "field " + (i + 1) + " is no number: " + fields[i]);
      }
    }
    if (numbers[0].compareTo(BigDecimal.valueOf(vertex)) != 0) {
      throw new Malformed(where, "expected vertex " + vertex + ", found " + fields[0]);
    }
    if (vertex > 0 && fields.length > FEWEST && numbers[BEFORE_DAYS - 1].compareTo(BigDecimal.valueOf(fields.length - BEFORE_DAYS - 2)) != 0) {
      throw new Malformed(where, "a is " + fields[BEFORE_DAYS - 1] + ", so there should be as many fields between it and O C, not " + (fields.length - BEFORE_DAYS - 2));
    }
    if (numbers[last - 1].compareTo(numbers[last]) > 0) {
      throw new Malformed(where, "O " + fields[last - 1] + " is after C " + fields[last]);
    }
    if (numbers[3].signum() < 0 || numbers[4].signum() < 0) {
      throw new Malformed(where, "service and score are not below 0");
    }
    return new Row(vertex, numbers[1], numbers[2], numbers[3], numbers[4], numbers[last - 1], numbers[last]);
  }

  /** As it would stand in a file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("4 1 " + (rows.size() - 1) + " 1", "0 0"));
    for (Row row : rows) {
      lines.add(row.vertex + " " + row.x + " " + row.y + " " + row.service + " " + row.score + (row.vertex == 0 ? " 0 0 " : " 1 1 1 ") + row.opens + " " + row.closes);
    }
    return lines;
  }

  /** What one score of the problem stands for, so that scores with decimals are whole too. */
  BigDecimal scoreUnit() {
    return BigDecimal.ONE.movePointLeft(rows.stream().mapToInt(row -> Math.max(0, row.score.stripTrailingZeros().scale())).max().orElse(0));
  }

  /** Stop {@code i} of the problem is vertex {@code i + 1}. A tick is the last decimal of lengths, or of times where those have more. */
  Problem problem(int routes) {
    int scale = decimals;
    for (Row row : rows) {
      for (BigDecimal time : new BigDecimal[] {row.service, row.opens, row.closes}) {
        scale = Math.max(scale, time.stripTrailingZeros().scale());
      }
    }
    Row depot = rows.get(0);
    List<Stop> stops = new ArrayList<>();
    for (Row row : rows.subList(1, rows.size())) {
      int[] service = new int[routes];
      java.util.Arrays.fill(service, ticks(row.service, scale));
      List<Window> window = List.of(new Window(ticks(row.opens, scale), ticks(row.closes, scale)));
      int score = row.score.divide(scoreUnit()).intValueExact();
      stops.add(new Stop(row.vertex, score, false, service, Collections.nCopies(routes, window), 0));
    }
    Route route = new Route(0, 0, ticks(depot.opens, scale), ticks(depot.closes, scale), 0, null);
    return new Problem(Collections.nCopies(routes, route), stops, List.<int[][]>of(travel(scale)));
  }

  private static int ticks(BigDecimal time, int scale) {
    return time.movePointRight(scale).intValueExact();
  }

  private int[][] travel(int scale) {
    int[][] travel = new int[rows.size()][rows.size()];
    for (int from = 0; from < rows.size(); from++) {
      for (int to = 0; to < rows.size(); to++) {
        travel[from][to] = ticks(length(rows.get(from), rows.get(to)), scale);
      }
    }
    return travel;
  }

  private BigDecimal length(Row from, Row to) {
    BigDecimal across = from.x.subtract(to.x);
    BigDecimal up = from.y.subtract(to.y);
    BigInteger square = across.multiply(across).add(up.multiply(up)).movePointRight(2 * decimals).setScale(0, RoundingMode.DOWN).unscaledValue();
    return new BigDecimal(square.sqrt(), decimals);
  }
}
