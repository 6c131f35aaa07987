package org.comparto.filter;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.filter.Expression.Date;
import org.comparto.filter.Expression.EdgeOfDay;
import org.comparto.filter.Expression.Interval;
import org.comparto.filter.Expression.Items;
import org.comparto.filter.Expression.Number;
import org.comparto.filter.Expression.Operation;
import org.comparto.filter.Expression.Property;
import org.comparto.filter.Expression.Shape;
import org.comparto.filter.Expression.Text;
import org.comparto.filter.Expression.Timestamp;
import org.comparto.filter.Expression.Truth;
import org.comparto.filter.Expression.Unbounded;

/** Writes a checked filter as SQL: columns as the layer reads them in public, every literal bound, nothing in the caller's words. */
final class SqlWriter {

  /** Upper case after lower case is the same for all that Unicode folds to the same (ß and SS, σ and ς); ICU knows, the C library does not. */
  private static final String FOLDED_CASE = "upper(lower(%s COLLATE \"und-x-icu\"))";
  private static final String WITHOUT_ACCENTS = "public.unaccent('public.unaccent', normalize(%s, NFC))";
  /**
   * No result, like that of a division by zero, where the power is not a real number, or more than LARGEST_POWER powers of ten
   * away from 1. A subselect names the operands, so that neither is computed twice.
   */
  private static final String POWER = "(SELECT CASE WHEN (x > 0 OR y = trunc(y)) AND (x <> 0 OR y >= 0)"
      + " AND (x = 0 OR abs(y * log(greatest(abs(x), 1e-" + Magnitude.DECIMALS + "))) <= " + Magnitude.LARGEST_POWER + ")"
      + " THEN power(x, y) END FROM (VALUES (round(%s, " + Magnitude.DECIMALS + "), round(%s, " + Magnitude.DECIMALS + "))) AS operands (x, y))";

  private final String prefix;
  private final boolean collectionsMayBeStored;
  private final Map<String, Object> values = new HashMap<>();

  /** @param prefix of the names of bound values */
  SqlWriter(String prefix, boolean collectionsMayBeStored) {
    this.prefix = prefix;
    this.collectionsMayBeStored = collectionsMayBeStored;
  }

  Condition write(Expression predicate) {
    return new Condition(sql(predicate), values);
  }

  private String sql(Expression expression) {
    if (expression instanceof Property property) {
      return property.queryable().sql();
    } else if (expression instanceof Text text) {
      return bind(text.value());
    } else if (expression instanceof Number number) {
      return bind(plain(number.value()));
    } else if (expression instanceof Truth truth) {
      return truth.value() ? "true" : "false";
    } else if (expression instanceof Date date) {
      return bind(date.value());
    } else if (expression instanceof Timestamp timestamp) {
      return bind(timestamp.value());
    } else if (expression instanceof Unbounded unbounded) {
      return "CAST('" + (unbounded.past() ? "-" : "") + "infinity' AS " + (unbounded.type() == Type.DATE ? "date" : "timestamptz") + ")";
    } else if (expression instanceof EdgeOfDay edge) {
      String midnight = "CAST(" + sql(edge.day()) + " AS timestamp)";
      return "((" + midnight + (edge.first() ? "" : " + interval '1 day' - interval '1 microsecond'") + ") AT TIME ZONE 'UTC')";
    } else if (expression instanceof Shape shape) {
      return "ST_GeomFromText(" + bind(shape.geometry().toText()) + ", 4326)";
    } else if (expression instanceof Items items) {
      return "CAST(ARRAY[" + listed(items) + "] AS text[])";
    } else if (expression instanceof Operation operation) {
      return operation(operation.operator(), operation.operands());
    }
    throw new IllegalArgumentException("an interval stands only in temporal functions: " + expression);
  }

  private String operation(Operator operator, List<Expression> operands) {
    return switch (operator.kind()) {
      case LOGIC -> operator == Operator.NOT ? "(NOT " + sql(operands.get(0)) + ")"
          : operands.stream().map(this::sql).collect(Collectors.joining(" " + operator.sql() + " ", "(", ")"));
      case COMPARISON, LIKE -> "(" + sql(operands.get(0)) + " " + operator.sql() + " " + sql(operands.get(1)) + ")";
      case BETWEEN -> "(" + sql(operands.get(0)) + " BETWEEN " + sql(operands.get(1)) + " AND " + sql(operands.get(2)) + ")";
      case IN -> "(" + sql(operands.get(0)) + " IN (" + listed((Items) operands.get(1)) + "))";
      case IS_NULL -> "(" + sql(operands.get(0)) + " IS NULL)";
      case FOLDING -> (operator == Operator.CASEI ? FOLDED_CASE : WITHOUT_ACCENTS).formatted(sql(operands.get(0)));
      case ARITHMETIC -> arithmetic(operator, operands);
      case SPATIAL -> spatial(operator, operands);
      case TEMPORAL, INTERVALS -> temporal(operator, (Interval) operands.get(0), (Interval) operands.get(1));
      case ARRAY -> array(operator, operands);
    };
  }

  private String arithmetic(Operator operator, List<Expression> operands) {
    String left = decimal(operands.get(0));
    String right = decimal(operands.get(1));
    String divisor = "nullif(round(" + right + ", " + Magnitude.DECIMALS + "), 0)";
    return switch (operator) {
      case OVER -> "(" + left + " / " + divisor + ")";
      case MODULO, DIV -> operator.sql() + "(" + left + ", " + divisor + ")";
      case POWER -> POWER.formatted(left, right);
      default -> "(" + left + " " + operator.sql() + " " + right + ")";
    };
  }

  /** Computed with exact numbers, whatever the column: no whole number overflows, 1 / 2 is 0.5. */
  private String decimal(Expression operand) {
    return operand instanceof Number number ? "CAST(" + bind(number.value()) + " AS numeric)" : "CAST(" + sql(operand) + " AS numeric)";
  }

  /** PostGIS uses the index of a geometry column for all of these but disjoint. */
  private String spatial(Operator operator, List<Expression> operands) {
    String left = sql(operands.get(0));
    String right = sql(operands.get(1));
    String related = operator.sql() + "(" + left + ", " + right + ")";
    boolean refusesCollections = operator != Operator.S_INTERSECTS && operator != Operator.S_DISJOINT;
    if (!collectionsMayBeStored || !refusesCollections || operands.stream().noneMatch(Property.class::isInstance)) {
      return "(" + related + ")";
    }
    return "(" + left + " && " + right + " AND CASE WHEN GeometryType(geom) <> 'GEOMETRYCOLLECTION' THEN " + related + " END)";
  }

  private String temporal(Operator operator, Interval a, Interval b) {
    String[] pieces = operator.sql().split("\\$\\{|}"); // every second one is the name of an operand
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < pieces.length; i++) {
      sql.append(i % 2 == 0 ? pieces[i] : switch (pieces[i]) {
        case "a.start" -> sql(a.start());
        case "a.end" -> sql(a.end());
        case "b.start" -> sql(b.start());
        default -> sql(b.end());
      });
    }
    return "(" + sql + ")";
  }

  private String array(Operator operator, List<Expression> operands) {
    return "(" + operator.sql().replace("${a}", sql(operands.get(0))).replace("${b}", sql(operands.get(1))) + ")";
  }

  private String listed(Items items) {
    return items.members().stream().map(this::sql).collect(Collectors.joining(", "));
  }

  /** Whole numbers as such, so that a comparison with a column of whole numbers can use its index. */
  private static Object plain(BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      return number;
    }
  }

  private String bind(Object value) {
    String name = prefix + values.size();
    values.put(name, value);
    return ":" + name;
  }
}
