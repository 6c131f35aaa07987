package org.comparto.filter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** A filter as a tree, the same from both encodings; immutable. */
sealed interface Expression {

  Type type();

  /** The value of a queryable. */
  record Property(Queryable queryable) implements Expression {
    @Override
    public Type type() {
      return queryable.type();
    }
  }

  /** Characters; where an instant is wanted they may write one. */
  record Text(String value) implements Expression {
    @Override
    public Type type() {
      return Type.TEXT;
    }
  }

  /** A number, exact. */
  record Number(BigDecimal value) implements Expression {
    @Override
    public Type type() {
      return Type.NUMBER;
    }
  }

  /** TRUE or FALSE. */
  record Truth(boolean value) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** A day of the Gregorian calendar. */
  record Date(LocalDate value) implements Expression {
    @Override
    public Type type() {
      return Type.DATE;
    }
  }

  /** A moment. */
  record Timestamp(OffsetDateTime value) implements Expression {
    @Override
    public Type type() {
      return Type.TIMESTAMP;
    }
  }

  /** The open end of an interval: before, or after, everything. */
  record Unbounded(boolean past, Type type) implements Expression {}

  /** The first or the last moment (UTC) of a day that a property holds. */
  record EdgeOfDay(Expression day, boolean first) implements Expression {
    @Override
    public Type type() {
      return Type.TIMESTAMP;
    }
  }

  /** From the start to the end, both included. */
  record Interval(Expression start, Expression end) implements Expression {
    @Override
    public Type type() {
      return Type.INTERVAL;
    }
  }

  /** A valid geometry in EPSG:4326, longitude first. */
  record Shape(Geometry geometry) implements Expression {
    @Override
    public Type type() {
      return Type.GEOMETRY;
    }
  }

  /** Values side by side: what IN looks through, or an array. */
  record Items(List<Expression> members) implements Expression {
    public Items {
      members = List.copyOf(members);
    }

    @Override
    public Type type() {
      return Type.LIST;
    }
  }

  /** An operator or function of the standard with its operands. */
  record Operation(Operator operator, List<Expression> operands) implements Expression {
    public Operation {
      operands = List.copyOf(operands);
    }

    @Override
    public Type type() {
      return switch (operator.kind()) {
        case FOLDING -> Type.TEXT;
        case ARITHMETIC -> Type.NUMBER;
        default -> Type.BOOLEAN;
      };
    }
  }
}
