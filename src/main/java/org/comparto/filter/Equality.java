package org.comparto.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.comparto.problem.InvalidInputException;

/** One query parameter that names a queryable and the value it must have. */
final class Equality {

  private static final int LONGEST_NUMBER = 40;

  private final Queryables queryables;

  Equality(Queryables queryables) {
    this.queryables = queryables;
  }

  /** Geometries and structures have no value that a parameter could write. */
  static boolean takes(Queryable queryable) {
    return queryable.type() != Type.GEOMETRY && queryable.type() != Type.JSON;
  }

  Expression of(String name, String value) {
    Queryable queryable = queryables.find(name).filter(Equality::takes)
        .orElseThrow(() -> new InvalidInputException(name, queryables.unknown(name)));
    if (!Characters.areStorable(value)) {
      throw new InvalidInputException(name, name + " holds a character that no text has: NUL, or half of a surrogate pair");
    }
    Expression property = new Expression.Property(queryable);
    if (queryable.type() == Type.LIST) {
      return new Expression.Operation(Operator.A_CONTAINS, List.of(property, new Expression.Items(List.of(new Expression.Text(value)))));
    }
    return new Expression.Operation(Operator.EQUAL, List.of(property, literal(queryable, value)));
  }

  private static Expression literal(Queryable queryable, String value) {
    boolean isNumber = value.length() <= LONGEST_NUMBER && value.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    return switch (queryable.type()) {
      case NUMBER -> {
        if (!isNumber) {
          throw wrong(queryable, value, "a number");
        }
        yield new Expression.Number(new BigDecimal(value));
      }
      case BOOLEAN -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw wrong(queryable, value, "true or false");
        }
        yield new Expression.Truth(value.equals("true"));
      }
      case DATE -> new Expression.Date(instant(queryable, value, Instants::date));
      case TIMESTAMP -> new Expression.Timestamp(instant(queryable, value, Instants::timestamp));
      default -> new Expression.Text(value);
    };
  }

  private static <T> T instant(Queryable queryable, String value, Function<String, T> read) {
    try {
      return read.apply(value);
    } catch (Mistake e) {
      throw new InvalidInputException(queryable.name(), queryable.name() + ": " + e.getMessage());
    }
  }

  private static InvalidInputException wrong(Queryable queryable, String value, String wanted) {
    return new InvalidInputException(queryable.name(), queryable.name() + " is " + Mistake.shown(value) + "; it must be " + wanted);
  }
}
