package org.comparto.bottleneck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the register, as one CQL2 text: maps and files given it show the same set.
 *
 * @param filter CQL2 text; null for all bottlenecks
 * @param sort attributes, comma-separated, - for the largest first; null for the order of ids
 */
record RegisterQuestion(@Nullable String filter, @Nullable String sort, int limit, int offset, String language) {

  private static final int MOST = 1_000;
  private static final int USUAL = 200;
  private static final Pattern RANGE = Pattern.compile("(\\d{1,15}(?:\\.\\d+)?)?\\.\\.(\\d{1,15}(?:\\.\\d+)?)?");
  private static final Map<String, String> PROJECTS = Map.of("yes", "project IS NOT NULL", "no", "project IS NULL");
  private static final Map<String, String> FUNDINGS = Map.of("full", "funded_eur >= cost_eur", "partial", "funded_eur > 0 AND funded_eur < cost_eur",
      "none", "funded_eur = 0", "unknown", "funded_eur IS NULL");

  /** As the query says it, besides the CQL2 filter: all must hold. */
  record Simple(@Nullable String type, @Nullable String severity, @Nullable String status, @Nullable String project, @Nullable String cost,
      @Nullable String funding, @Nullable String territory) {}

  /** @throws InvalidInputException naming the parameter and the cure */
  static RegisterQuestion of(Layer layer, @Nullable String filter, Simple simple, @Nullable String sort, @Nullable String limit, @Nullable String offset,
      @Nullable String lang) {
    List<String> parts = new ArrayList<>();
    if (filter != null && !filter.isBlank()) {
      parts.add("(" + filter.strip() + ")");
    }
    codes(layer, "type", "bottleneck_type", simple.type(), parts);
    codes(layer, "status", "bottleneck_status", simple.status(), parts);
    severities(simple.severity(), parts);
    chosen("project", simple.project(), PROJECTS, parts);
    cost(simple.cost(), parts);
    chosen("funding", simple.funding(), FUNDINGS, parts);
    if (simple.territory() != null) {
      parts.add("territory_code = " + Sql.literal(simple.territory()));
    }
    return new RegisterQuestion(parts.isEmpty() ? null : String.join(" AND ", parts), sort, number("limit", limit, USUAL, 1, MOST),
        number("offset", offset, 0, 0, 10_000_000), WhatIfController.language(lang));
  }

  private static void codes(Layer layer, String parameter, String list, @Nullable String text, List<String> parts) {
    if (text == null) {
      return;
    }
    List<String> known = layer.codes().get(list).stream().map(Layer.Code::value).toList();
    List<String> asked = Arrays.asList(text.split(","));
    if (!known.containsAll(asked)) {
      throw new InvalidInputException(parameter, parameter + " must be some of " + String.join(", ", known) + ", comma-separated");
    }
    String attribute = parameter.equals("type") ? "bottleneck_type" : parameter;
    parts.add(attribute + " IN (" + asked.stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")");
  }

  private static void severities(@Nullable String text, List<String> parts) {
    if (text != null) {
      if (!text.matches("[1-5](,[1-5]){0,4}")) {
        throw new InvalidInputException("severity", "severity must be numbers from 1 to 5, comma-separated");
      }
      parts.add("severity IN (" + text + ")");
    }
  }

  private static void chosen(String parameter, @Nullable String value, Map<String, String> choices, List<String> parts) {
    if (value != null) {
      if (!choices.containsKey(value)) {
        throw new InvalidInputException(parameter, parameter + " must be " + choices.keySet().stream().sorted().collect(Collectors.joining(" or ")));
      }
      parts.add(choices.get(value));
    }
  }

  private static void cost(@Nullable String text, List<String> parts) {
    if (text == null) {
      return;
    }
    Matcher range = RANGE.matcher(text);
    if (!range.matches() || range.group(1) == null && range.group(2) == null) {
      throw new InvalidInputException("cost", "cost must be a range of euros as 1000000..50000000; either end may be left out");
    }
    if (range.group(1) != null) {
      parts.add("cost_eur >= " + range.group(1));
    }
    if (range.group(2) != null) {
      parts.add("cost_eur <= " + range.group(2));
    }
  }

  private static int number(String parameter, @Nullable String text, int otherwise, int least, int most) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it must be an integer from " + least + " to " + most);
    }
    return Integer.parseInt(text);
  }
}
