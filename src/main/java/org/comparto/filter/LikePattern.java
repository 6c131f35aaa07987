package org.comparto.filter;

import java.util.List;
import org.comparto.filter.Expression.Operation;
import org.comparto.filter.Expression.Text;

/**
 * The pattern of LIKE: a text, or one that CASEI or ACCENTI are applied to. It is written anew, so that a backslash stands only
 * before a character that would mean something else without it; PostgreSQL raises an error for one that stands before nothing.
 */
final class LikePattern {

  /** What unaccent makes a wildcard or a backslash of: full-width and small forms. */
  private static final String BECOME_SPECIAL = "\uFF05\uFE6A\uFF3F\uFF3C\uFE68";
  private static final String SPECIAL = "%_\\";

  private LikePattern() {}

  static Expression check(Expression pattern) {
    return check(pattern, false);
  }

  private static Expression check(Expression pattern, boolean unaccented) {
    if (pattern instanceof Text text) {
      return new Text(rewritten(text.value(), unaccented));
    }
    if (pattern instanceof Operation operation && operation.operator().kind() == Operator.Kind.FOLDING) {
      boolean unaccents = unaccented || operation.operator() == Operator.ACCENTI;
      return new Operation(operation.operator(), List.of(check(operation.operands().get(0), unaccents)));
    }
    throw new Mistake("the pattern of like must be a text" + TypeCheck.named(pattern));
  }

  private static String rewritten(String pattern, boolean unaccented) {
    StringBuilder anew = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean escaped = c == '\\';
      if (escaped && ++i == pattern.length()) {
        throw new Mistake("the pattern " + Mistake.shown(pattern) + " ends with a backslash that stands before nothing");
      }
      c = pattern.charAt(i);
      boolean literal = escaped && SPECIAL.indexOf(c) >= 0 || unaccented && BECOME_SPECIAL.indexOf(c) >= 0;
      anew.append(literal ? "\\" : "").append(c);
    }
    return anew.toString();
  }
}
