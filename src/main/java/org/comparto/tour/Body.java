package org.comparto.tour;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;
import org.comparto.tour.Question.Point;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a JSON body that knows where it stands, so that what is wrong with it is told by its path: {@code stops[3].windows[0].from}. */
record Body(String path, JsonNode node) {

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final int LONGEST = 200;

  /** Checks that this is an object without members that nobody reads. */
  Body object(String... members) {
    if (!node.isObject()) {
      throw wrong("an object");
    }
    Set<String> known = new TreeSet<>(List.of(members));
    node.propertyNames().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
      throw new InvalidInputException(path.isEmpty() ? name : path + "." + name, "\"" + name + "\" is not a field here; there are " + String.join(", ", known));
    });
    return this;
  }

  /** Null if it is missing or null. */
  @Nullable Body find(String member) {
    JsonNode found = node.get(member);
    return found == null || found.isNull() ? null : new Body(path.isEmpty() ? member : path + "." + member, found);
  }

  boolean has(String member) {
    return find(member) != null;
  }

  Body get(String member) {
    Body found = find(member);
    if (found == null) {
      String name = path.isEmpty() ? member : path + "." + member;
      throw new InvalidInputException(name, name + " is required");
    }
    return found;
  }

  List<Body> list(int most) {
    if (!node.isArray()) {
      throw wrong("a list");
    }
    if (node.size() > most) {
      throw new InvalidInputException(path, path + " has " + node.size() + " entries; there may be " + most);
    }
    List<Body> entries = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      entries.add(new Body(path + "[" + i + "]", node.get(i)));
    }
    return entries;
  }

  int integer(int least, int most) {
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
      throw wrong("an integer from " + least + " to " + most);
    }
    return node.intValue();
  }

  long whole(long least, long most) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
      throw wrong("an integer from " + least + " to " + most);
    }
    return node.longValue();
  }

  double number() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw wrong("a number");
    }
    return node.doubleValue();
  }

  boolean truth() {
    if (!node.isBoolean()) {
      throw wrong("true or false");
    }
    return node.booleanValue();
  }

  /** One line with something in it. */
  String line() {
    if (!node.isString()) {
      throw wrong("a text");
    }
    String line = node.stringValue().strip();
    if (line.isEmpty() || line.length() > LONGEST) {
      throw new InvalidInputException(path, path + " is empty or longer than " + LONGEST + " characters");
    }
    if (CONTROL.matcher(line).find()) {
      throw new InvalidInputException(path, path + " holds control characters");
    }
    return line;
  }

  /** A name, or a number that is one. */
  String name() {
    return node.isIntegralNumber() ? node.bigIntegerValue().toString() : line();
  }

  /** Seconds of the day. */
  int time() {
    Matcher time = TIME.matcher(node.isString() ? node.stringValue() : "");
    if (time.matches()) {
      int seconds = Integer.parseInt(time.group(1)) * 3600 + Integer.parseInt(time.group(2)) * 60;
      if (seconds <= 24 * 3600) {
        return seconds;
      }
    }
    throw wrong("a time like 09:30");
  }

  LocalDate date() {
    try {
      return LocalDate.parse(node.isString() ? node.stringValue() : "");
    } catch (DateTimeException e) {
      throw wrong("a date like 2026-11-27");
    }
  }

  /** {@code {lon, lat}}, {@code [lon, lat]} or {@code "lon,lat"}. */
  Point point() {
    if (node.isObject()) {
      object("lon", "lat");
      return point(get("lon").number(), get("lat").number());
    }
    if (node.isArray() && node.size() == 2) {
      List<Body> both = list(2);
      return point(both.get(0).number(), both.get(1).number());
    }
    String[] parts = node.isString() ? node.stringValue().split(",", -1) : new String[0];
    try {
      if (parts.length == 2) {
        return point(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong("a point {\"lon\": 10.02, \"lat\": 45.13} or [10.02, 45.13]");
  }

  private Point point(double lon, double lat) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new InvalidInputException(path, path + " must be lon,lat in degrees: the longitude from -180 to 180, then the latitude from -90 to 90");
    }
    return new Point(lon, lat);
  }

  /** @param kind what it must be */
  InvalidInputException wrong(String kind) {
    return new InvalidInputException(path, path + " must be " + kind);
  }
}
