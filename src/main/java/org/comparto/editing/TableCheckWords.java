package org.comparto.editing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a check of a table as a sentence with the cure, where it is of one of the usual forms. */
final class TableCheckWords {

  private static final String NUMBER = "(-?[0-9.]+)";
  private static final Pattern RANGE = Pattern.compile("\\w+ >= " + NUMBER + " AND \\w+ <= " + NUMBER);
  private static final Pattern ABOVE_AND_UP_TO = Pattern.compile("\\w+ > " + NUMBER + " AND \\w+ <= " + NUMBER);
  private static final Pattern ABOVE = Pattern.compile("\\w+ > " + NUMBER);
  private static final Pattern FROM = Pattern.compile("\\w+ >= " + NUMBER);
  private static final Pattern BEFORE = Pattern.compile("([a-z]\\w*) < ([a-z]\\w*)");
  private static final Pattern FORM = Pattern.compile("^\\(?\\w+ ~ '(.*)'::text\\)?$");
  private static final Pattern DAYS = Pattern.compile("are_days\\(\\w+\\)");
  private static final Pattern CASTS_AND_BRACKETS = Pattern.compile("::[a-z ]+|[()']");

  /** Functions of migration V0042 by what they ask for. */
  private static final Map<String, String> LISTS = Map.of(
      "is_certification_list", "scheme and, where they are known, body, number and expires_on (yyyy-mm-dd)",
      "is_patent_list", "number and, where they are known, office and year");

  private TableCheckWords() {}

  /** @param condition as PostgreSQL writes it @param attribute the one that is to be changed */
  static String of(String condition, String attribute) {
    Matcher form = FORM.matcher(condition);
    if (form.matches()) {
      return attribute + " must have the form " + form.group(1).replace("''", "'");
    }
    if (DAYS.matcher(condition).find()) {
      return attribute + " must be days such as 2026-12-24, or stretches of days such as 2026-12-24/2027-01-06";
    }
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      if (condition.contains(list.getKey() + "(")) {
        return attribute + " must be a list of objects with " + list.getValue();
      }
    }
    String plain = CASTS_AND_BRACKETS.matcher(condition).replaceAll("").strip();
    Matcher found = RANGE.matcher(plain);
    if (found.matches()) {
      return attribute + " must be from " + found.group(1) + " to " + found.group(2);
    }
    found = ABOVE_AND_UP_TO.matcher(plain);
    if (found.matches()) {
      return attribute + " must be more than " + found.group(1) + " and at most " + found.group(2);
    }
    found = ABOVE.matcher(plain);
    if (found.matches()) {
      return attribute + " must be more than " + found.group(1);
    }
    found = FROM.matcher(plain);
    if (found.matches()) {
      return attribute + " must be at least " + found.group(1);
    }
    found = BEFORE.matcher(plain);
    if (found.matches()) {
      return found.group(1) + " must be before " + found.group(2);
    }
    return "the value of " + attribute + " is not allowed";
  }
}
