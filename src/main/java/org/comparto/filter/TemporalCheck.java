package org.comparto.filter;

import java.util.List;
import java.util.function.Predicate;
import org.comparto.filter.Expression.Date;
import org.comparto.filter.Expression.EdgeOfDay;
import org.comparto.filter.Expression.Interval;
import org.comparto.filter.Expression.Operation;
import org.comparto.filter.Expression.Text;
import org.comparto.filter.Expression.Timestamp;
import org.comparto.filter.Expression.Unbounded;

/**
 * Brings instants and intervals to one granularity: days are compared with days, moments with moments. Beside a moment, a day
 * is its midnight (UTC) for the comparison operators, and all of its 24 hours for the temporal functions.
 */
final class TemporalCheck {

  private static final String OPEN = "..";

  private TemporalCheck() {}

  /** For the comparison operators; what is not temporal stays as it is. */
  static List<Expression> sameGranularity(List<Expression> operands) {
    if (operands.stream().noneMatch(operand -> operand.type().isTemporal())) {
      return operands;
    }
    List<Expression> read = operands.stream().map(operand -> operand instanceof Text text ? Instants.read(text.value()) : operand).toList();
    boolean moments = read.stream().anyMatch(operand -> operand.type() == Type.TIMESTAMP);
    return moments ? read.stream().map(operand -> edge(operand, true)).toList() : read;
  }

  /** A temporal function on two intervals of the same granularity; an instant is the interval that begins and ends with it. */
  static Expression check(Operator operator, List<Expression> operands) {
    List<Interval> intervals = operands.stream().map(operand -> interval(operator, operand)).toList();
    Predicate<Type> in = type -> intervals.stream().anyMatch(i -> i.start().type() == type || i.end().type() == type);
    Type granularity = in.test(Type.TIMESTAMP) ? Type.TIMESTAMP : Type.DATE;
    return new Operation(operator, intervals.stream().map(interval -> (Expression) bounded(interval, granularity)).toList());
  }

  private static Interval interval(Operator operator, Expression operand) {
    if (operand instanceof Interval interval) {
      return new Interval(end(interval.start()), end(interval.end()));
    }
    Expression instant = operand instanceof Text text ? Instants.read(text.value()) : operand;
    if (!instant.type().isTemporal()) {
      throw new Mistake(operator.symbol() + " takes instants and intervals, not " + operand.type() + TypeCheck.named(operand));
    }
    if (operator.kind() == Operator.Kind.INTERVALS) {
      throw new Mistake(operator.symbol() + " takes intervals only; write INTERVAL(start, end) for " + operand.type()
          + TypeCheck.named(operand));
    }
    return new Interval(instant, instant);
  }

  private static Expression end(Expression end) {
    if (end instanceof Text text) {
      return text.value().equals(OPEN) ? text : Instants.read(text.value());
    }
    if (!end.type().isTemporal()) {
      throw new Mistake("an interval begins and ends with an instant or '..', not with " + end.type() + TypeCheck.named(end));
    }
    return end;
  }

  private static Interval bounded(Interval interval, Type granularity) {
    Expression start = bounded(interval.start(), granularity, true);
    Expression end = bounded(interval.end(), granularity, false);
    boolean turned = start instanceof Date from && end instanceof Date to && from.value().isAfter(to.value())
        || start instanceof Timestamp first && end instanceof Timestamp last && first.value().isAfter(last.value());
    if (turned) {
      throw new Mistake("an interval in the filter ends before it starts");
    }
    return new Interval(start, end);
  }

  private static Expression bounded(Expression end, Type granularity, boolean first) {
    if (end instanceof Text) {
      return new Unbounded(first, granularity);
    }
    return granularity == Type.TIMESTAMP ? edge(end, first) : end;
  }

  private static Expression edge(Expression instant, boolean first) {
    if (instant instanceof Date date) {
      return new Timestamp(Instants.edgeOf(date.value(), first));
    }
    return instant.type() == Type.DATE ? new EdgeOfDay(instant, first) : instant;
  }
}
