package org.comparto.filter;

import java.util.ArrayList;
import java.util.List;
import org.comparto.filter.Expression.Items;
import org.comparto.filter.Expression.Operation;
import org.comparto.filter.Expression.Property;
import org.comparto.filter.Expression.Shape;
import org.comparto.filter.Expression.Text;

/**
 * Holds a filter's operands to the types its operators take, and gives texts that stand for instants their meaning. After it,
 * the database can compute the filter for every row.
 */
final class TypeCheck {

  private static final int MOST_ITEMS = 500;
  /** Powers of ten that a computation may reach; PostgreSQL holds far more. */
  private static final int LARGEST_RESULT = 300;

  private final boolean collectionsMayBeStored;

  TypeCheck(boolean collectionsMayBeStored) {
    this.collectionsMayBeStored = collectionsMayBeStored;
  }

  /** A filter, or a part of one, that must be true of a feature or not. */
  Expression predicate(Expression expression) {
    return required(Type.BOOLEAN, check(expression), "the filter");
  }

  private Expression check(Expression expression) {
    if (!(expression instanceof Operation operation)) {
      return expression;
    }
    Operator operator = operation.operator();
    List<Expression> operands = operation.operands();
    return switch (operator.kind()) {
      case LOGIC -> new Operation(operator, operands.stream().map(this::predicate).toList());
      case COMPARISON, BETWEEN -> comparison(operator, operands.stream().map(this::check).toList());
      case IN -> in(operands);
      case IS_NULL -> isNull(check(operands.get(0)));
      case LIKE -> like(check(operands.get(0)), operands.get(1));
      case FOLDING -> new Operation(operator, List.of(required(Type.TEXT, check(operands.get(0)), operator.symbol())));
      case ARITHMETIC -> arithmetic(operator, operands);
      case SPATIAL -> spatial(operator, operands);
      case TEMPORAL, INTERVALS -> TemporalCheck.check(operator, operands);
      case ARRAY -> new Operation(operator, operands.stream().map(this::array).toList());
    };
  }

  private Expression comparison(Operator operator, List<Expression> operands) {
    List<Expression> alike = alike(operator.symbol(), operands);
    boolean onlyEqual = alike.get(0).type() == Type.BOOLEAN && operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
    if (onlyEqual) {
      throw new Mistake(operator.symbol() + " has no meaning for true and false");
    }
    return new Operation(operator, alike);
  }

  private Expression in(List<Expression> operands) {
    if (!(operands.get(1) instanceof Items items)) {
      throw new Mistake("in takes a list of values behind the value");
    }
    if (items.members().isEmpty() || items.members().size() > MOST_ITEMS) {
      throw new Mistake("in takes from 1 to " + MOST_ITEMS + " values, here are " + items.members().size());
    }
    List<Expression> all = new ArrayList<>(List.of(check(operands.get(0))));
    items.members().forEach(member -> all.add(check(member)));
    List<Expression> alike = alike("in", all);
    return new Operation(Operator.IN, List.of(alike.get(0), new Items(alike.subList(1, alike.size()))));
  }

  /** All of one type that has an order, once texts beside instants are read as such and days beside moments begin at midnight. */
  private static List<Expression> alike(String operator, List<Expression> operands) {
    List<Expression> alike = TemporalCheck.sameGranularity(operands);
    Type type = alike.get(0).type();
    for (Expression operand : alike) {
      if (!operand.type().isScalar()) {
        throw new Mistake(operator + " can not compare " + operand.type() + named(operand) + "; there are functions for that");
      }
      if (operand.type() != type) {
        throw new Mistake(operator + " can not compare " + type + named(alike.get(0)) + " with " + operand.type() + named(operand)
            + (type == Type.TEXT || operand.type() == Type.TEXT ? "; texts stand in quotes, numbers do not" : ""));
      }
    }
    return alike;
  }

  private static Expression isNull(Expression operand) {
    if (operand instanceof Items || operand.type() == Type.INTERVAL) {
      throw new Mistake("isNull takes a property or a value computed from one, not " + operand.type());
    }
    return new Operation(Operator.IS_NULL, List.of(operand));
  }

  private Expression like(Expression value, Expression pattern) {
    return new Operation(Operator.LIKE, List.of(required(Type.TEXT, value, "like"), LikePattern.check(pattern)));
  }

  private Expression arithmetic(Operator operator, List<Expression> operands) {
    Expression result = new Operation(operator, operands.stream().map(o -> required(Type.NUMBER, check(o), operator.symbol())).toList());
    if (Magnitude.of(result) > LARGEST_RESULT) {
      throw new Mistake("the computation with " + operator.symbol() + " can reach numbers beyond 1e" + LARGEST_RESULT);
    }
    return result;
  }

  private Expression spatial(Operator operator, List<Expression> operands) {
    List<Expression> geometries = operands.stream().map(o -> required(Type.GEOMETRY, check(o), operator.symbol())).toList();
    boolean any = operator == Operator.S_INTERSECTS || operator == Operator.S_DISJOINT;
    if (!any && geometries.stream().anyMatch(g -> g instanceof Shape shape && Flattening.isCollection(shape.geometry()))) {
      throw new Mistake("a collection of points, lines and areas at once can only be asked for with s_intersects and s_disjoint, not "
          + operator.symbol());
    }
    return new Operation(operator, geometries);
  }

  private Expression array(Expression operand) {
    if (operand instanceof Text) {
      return new Items(List.of(operand)); // in the text encoding ('a') is a text in parentheses
    }
    if (operand instanceof Items items) {
      return new Items(items.members().stream().map(TypeCheck::member).toList());
    }
    if (operand instanceof Property property && property.type() == Type.LIST) {
      return operand;
    }
    throw new Mistake("the functions a_… take lists, not " + operand.type() + named(operand));
  }

  /** Lists hold texts; references are kept as numbers and compared as they are written. */
  private static Expression member(Expression member) {
    if (member instanceof Expression.Number number) {
      return new Text(number.value().toPlainString());
    }
    if (member instanceof Text) {
      return member;
    }
    throw new Mistake("the lists here hold texts, not " + member.type() + named(member));
  }

  private static Expression required(Type type, Expression expression, String where) {
    if (expression.type() != type) {
      throw new Mistake(where + " takes " + type + ", not " + expression.type() + named(expression));
    }
    return expression;
  }

  /** The name of a property or the words of a text, so that the one who wrote the filter finds the place. */
  static String named(Expression expression) {
    return expression instanceof Property property ? " (" + property.queryable().name() + ")"
        : expression instanceof Text text ? " (" + Mistake.shown(text.value()) + ")" : "";
  }
}
