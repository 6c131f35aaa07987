package org.comparto.filter;

import org.comparto.filter.Expression.Number;
import org.comparto.filter.Expression.Operation;

/**
 * How large a computed number can become, as a power of ten: an upper bound, known before any row is read. Values of properties
 * are taken to be below 1e40, far above any quantity kept here.
 */
final class Magnitude {

  /** Divisors are rounded to so many decimals, and what is nearer to 0 counts as 0: a quotient is bounded by it. */
  static final int DECIMALS = 30;
  /** Powers beyond this, large or small, are NULL. */
  static final int LARGEST_POWER = 100;
  private static final int PROPERTY = 40;

  private Magnitude() {}

  static int of(Expression expression) {
    if (expression instanceof Number number) {
      return Math.max(1, number.value().precision() - number.value().scale());
    }
    if (!(expression instanceof Operation operation) || operation.operator().kind() != Operator.Kind.ARITHMETIC) {
      return PROPERTY;
    }
    int left = of(operation.operands().get(0));
    int right = of(operation.operands().get(1));
    return switch (operation.operator()) {
      case TIMES -> left + right;
      case OVER, DIV -> left + DECIMALS;
      case MODULO -> right;
      case POWER -> LARGEST_POWER;
      default -> Math.max(left, right) + 1;
    };
  }
}
