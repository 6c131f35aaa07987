package org.comparto.filter;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Makes the nodes of one filter's tree, within the limits of what a filter may cost; both readers build with it. */
final class Nodes {

  private static final int MOST_NODES = 1_000;
  private static final int DEEPEST = 50;
  private static final int MOST_VERTICES = 2_000;
  /** Powers of ten: numbers are far from what the database can not hold. */
  private static final int LARGEST_EXPONENT = 100;

  private final Queryables queryables;
  private final Shapes shapes;
  private int made;
  private int depth;
  private int vertices;

  Nodes(Queryables queryables, Shapes shapes) {
    this.queryables = queryables;
    this.shapes = shapes;
  }

  /** Called on the way into a nested part. */
  void enter() {
    if (++depth > DEEPEST) {
      throw new Mistake("the filter is nested more than " + DEEPEST + " deep; write it flatter");
    }
  }

  /** Called on the way out. */
  void leave() {
    depth--;
  }

  Expression property(String name) {
    return counted(new Expression.Property(queryables.find(name).orElseThrow(() -> new Mistake(queryables.unknown(name)))));
  }

  Expression text(String value) {
    Characters.requireStorable(value);
    return counted(new Expression.Text(value));
  }

  Expression number(String digits) {
    try {
      return number(new BigDecimal(digits));
    } catch (NumberFormatException e) { // an exponent beyond an int
      throw new Mistake("the number " + Mistake.shown(digits) + " is too large or too small to compute with");
    }
  }

  Expression number(BigDecimal value) {
    if (value.scale() > LARGEST_EXPONENT || (long) value.precision() - value.scale() > LARGEST_EXPONENT) {
      throw new Mistake("a number in the filter is too large or has too many decimals; it must be below 1e" + LARGEST_EXPONENT
          + " and have at most " + LARGEST_EXPONENT + " decimals");
    }
    return counted(new Expression.Number(value));
  }

  Expression truth(boolean value) {
    return counted(new Expression.Truth(value));
  }

  Expression date(String text) {
    return counted(new Expression.Date(Instants.date(text)));
  }

  Expression timestamp(String text) {
    return counted(new Expression.Timestamp(Instants.timestamp(text)));
  }

  Expression interval(Expression start, Expression end) {
    return counted(new Expression.Interval(start, end));
  }

  Expression items(List<Expression> members) {
    return counted(new Expression.Items(members));
  }

  Expression operation(Operator operator, List<Expression> operands) {
    if (!operator.takes(operands.size())) {
      throw new Mistake(operator.symbol() + " takes " + operator.operands() + (operator.takes(operator.operands() + 1) ? " or more" : "")
          + " operands, here are " + operands.size());
    }
    return counted(new Expression.Operation(operator, operands));
  }

  /** @param geometry as it was read, in the filter's CRS and its axis order */
  Expression shape(Geometry geometry) {
    countVertices(geometry.getNumPoints());
    return counted(new Expression.Shape(shapes.accept(geometry)));
  }

  /** @param edges two corners, of two or three numbers each, in the filter's CRS and its axis order */
  Expression box(List<BigDecimal> edges) {
    return counted(new Expression.Shape(shapes.box(edges)));
  }

  void countVertices(int more) {
    vertices += more;
    if (vertices > MOST_VERTICES) {
      throw new Mistake("the geometries in the filter have more than " + MOST_VERTICES + " vertices; simplify them");
    }
  }

  private Expression counted(Expression node) {
    if (++made > MOST_NODES) {
      throw new Mistake("the filter has more than " + MOST_NODES + " parts; ask a simpler question");
    }
    return node;
  }
}
