package org.comparto.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comparto.filter.Expression.Date;
import org.comparto.filter.Expression.Items;
import org.comparto.filter.Expression.Number;
import org.comparto.filter.Expression.Operation;
import org.comparto.filter.Expression.Property;
import org.comparto.filter.Expression.Text;
import org.comparto.filter.Expression.Timestamp;
import org.comparto.filter.Expression.Truth;

/**
 * Finds the {@link Test} that means the same as a checked expression. There is none for what PostGIS must compute: shapes,
 * patterns, foldings, arithmetic, intervals, the order of texts (which is the database's), values compared with each other.
 */
final class Simplification {

  private Simplification() {}

  static Optional<Test> of(Expression expression) {
    if (expression instanceof Truth truth) {
      return Optional.of(new Test.Always(truth.value()));
    }
    if (expression instanceof Property property && property.type() == Type.BOOLEAN) {
      return Optional.of(new Test.Compare(property.queryable().name(), Test.Relation.EQUAL, true));
    }
    if (!(expression instanceof Operation operation)) {
      return Optional.empty();
    }
    List<Expression> operands = operation.operands();
    return switch (operation.operator().kind()) {
      case LOGIC -> logic(operation.operator(), operands);
      case COMPARISON -> comparison(operation.operator(), operands.get(0), operands.get(1));
      case BETWEEN -> both(comparison(Operator.AT_LEAST, operands.get(0), operands.get(1)),
          comparison(Operator.AT_MOST, operands.get(0), operands.get(2)));
      case IN -> oneOf(operands.get(0), (Items) operands.get(1));
      case IS_NULL -> attribute(operands.get(0)).map(Test.Unknown::new);
      case ARRAY -> members(operation.operator(), operands.get(0), operands.get(1));
      case LIKE, FOLDING, ARITHMETIC, SPATIAL, TEMPORAL, INTERVALS -> Optional.empty();
    };
  }

  /** The attributes that an expression asks about; the geometry and the id are none. */
  static Set<String> attributes(Expression expression) {
    Set<String> found = new HashSet<>();
    collect(expression, found);
    return found;
  }

  private static Optional<Test> logic(Operator operator, List<Expression> operands) {
    List<Test> tests = new ArrayList<>();
    for (Expression operand : operands) {
      Optional<Test> test = of(operand);
      if (test.isEmpty()) {
        return Optional.empty();
      }
      tests.add(test.get());
    }
    return Optional.of(switch (operator) {
      case AND -> new Test.All(tests);
      case OR -> new Test.Any(tests);
      default -> new Test.Not(tests.get(0));
    });
  }

  private static Optional<Test> both(Optional<Test> one, Optional<Test> other) {
    return one.flatMap(a -> other.map(b -> new Test.All(List.of(a, b))));
  }

  private static Optional<Test> comparison(Operator operator, Expression left, Expression right) {
    boolean turned = !(left instanceof Property);
    Optional<String> attribute = attribute(turned ? right : left);
    Optional<Object> value = constant(turned ? left : right);
    Test.Relation relation = relation(operator, turned);
    boolean ordered = relation != Test.Relation.EQUAL && relation != Test.Relation.NOT_EQUAL;
    if (attribute.isEmpty() || value.isEmpty() || ordered && value.get() instanceof String) {
      return Optional.empty();
    }
    return Optional.of(new Test.Compare(attribute.get(), relation, value.get()));
  }

  private static Optional<Test> oneOf(Expression left, Items items) {
    List<Object> values = new ArrayList<>();
    items.members().forEach(member -> constant(member).ifPresent(values::add));
    return values.size() < items.members().size() ? Optional.empty() : attribute(left).map(name -> new Test.OneOf(name, values));
  }

  private static Optional<Test> members(Operator operator, Expression left, Expression right) {
    boolean turned = left instanceof Items;
    Expression list = turned ? right : left;
    if (!(list instanceof Property) || !((turned ? left : right) instanceof Items items)) {
      return Optional.empty();
    }
    Set<String> members = new HashSet<>();
    for (Expression member : items.members()) {
      if (!(member instanceof Text text)) {
        return Optional.empty();
      }
      members.add(text.value());
    }
    Test.Overlap overlap = switch (operator) {
      case A_EQUALS -> Test.Overlap.SAME;
      case A_OVERLAPS -> Test.Overlap.ANY_IN_COMMON;
      case A_CONTAINS -> turned ? Test.Overlap.CONTAINED_BY : Test.Overlap.CONTAINS;
      default -> turned ? Test.Overlap.CONTAINS : Test.Overlap.CONTAINED_BY;
    };
    return attribute(list).map(name -> new Test.Members(name, overlap, members));
  }

  private static Optional<String> attribute(Expression expression) {
    return expression instanceof Property property && !isOwn(property) ? Optional.of(property.queryable().name()) : Optional.empty();
  }

  private static boolean isOwn(Property property) {
    return property.queryable().name().equals(Queryables.ID) || property.type() == Type.GEOMETRY;
  }

  private static Optional<Object> constant(Expression expression) {
    if (expression instanceof Number number) {
      return Optional.of(number.value());
    } else if (expression instanceof Text text) {
      return Optional.of(text.value());
    } else if (expression instanceof Truth truth) {
      return Optional.of(truth.value());
    } else if (expression instanceof Date date) {
      return Optional.of(date.value());
    } else if (expression instanceof Timestamp timestamp) {
      return Optional.of(timestamp.value());
    }
    return Optional.empty();
  }

  private static Test.Relation relation(Operator operator, boolean turned) {
    return switch (operator) {
      case EQUAL -> Test.Relation.EQUAL;
      case NOT_EQUAL -> Test.Relation.NOT_EQUAL;
      case LESS -> turned ? Test.Relation.GREATER : Test.Relation.LESS;
      case AT_MOST -> turned ? Test.Relation.AT_LEAST : Test.Relation.AT_MOST;
      case GREATER -> turned ? Test.Relation.LESS : Test.Relation.GREATER;
      case AT_LEAST -> turned ? Test.Relation.AT_MOST : Test.Relation.AT_LEAST;
      default -> throw new IllegalArgumentException(operator + " compares nothing");
    };
  }

  private static void collect(Expression expression, Set<String> found) {
    if (expression instanceof Property property && !isOwn(property)) {
      found.add(property.queryable().name());
    } else if (expression instanceof Operation operation) {
      operation.operands().forEach(operand -> collect(operand, found));
    } else if (expression instanceof Items items) {
      items.members().forEach(member -> collect(member, found));
    } else if (expression instanceof Expression.Interval interval) {
      collect(interval.start(), found);
      collect(interval.end(), found);
    } else if (expression instanceof Expression.EdgeOfDay edge) {
      collect(edge.day(), found);
    }
  }
}
