package org.comparto.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What CQL2 does with operands: operators and the functions of the standard, under their names in JSON. */
enum Operator {

  AND("and", Kind.LOGIC, 2, "AND"),
  OR("or", Kind.LOGIC, 2, "OR"),
  NOT("not", Kind.LOGIC, 1, "NOT"),

  EQUAL("=", Kind.COMPARISON, 2, "="),
  NOT_EQUAL("<>", Kind.COMPARISON, 2, "<>"),
  LESS("<", Kind.COMPARISON, 2, "<"),
  GREATER(">", Kind.COMPARISON, 2, ">"),
  AT_MOST("<=", Kind.COMPARISON, 2, "<="),
  AT_LEAST(">=", Kind.COMPARISON, 2, ">="),
  LIKE("like", Kind.LIKE, 2, "LIKE"),
  BETWEEN("between", Kind.BETWEEN, 3, "BETWEEN"),
  IN("in", Kind.IN, 2, "IN"),
  IS_NULL("isNull", Kind.IS_NULL, 1, "IS NULL"),

  CASEI("casei", Kind.FOLDING, 1, ""),
  ACCENTI("accenti", Kind.FOLDING, 1, ""),

  PLUS("+", Kind.ARITHMETIC, 2, "+"),
  MINUS("-", Kind.ARITHMETIC, 2, "-"),
  TIMES("*", Kind.ARITHMETIC, 2, "*"),
  OVER("/", Kind.ARITHMETIC, 2, "/"),
  MODULO("%", Kind.ARITHMETIC, 2, "mod"),
  DIV("div", Kind.ARITHMETIC, 2, "div"),
  POWER("^", Kind.ARITHMETIC, 2, "power"),

  S_INTERSECTS("s_intersects", Kind.SPATIAL, 2, "ST_Intersects"),
  S_EQUALS("s_equals", Kind.SPATIAL, 2, "ST_Equals"),
  S_DISJOINT("s_disjoint", Kind.SPATIAL, 2, "NOT ST_Intersects"),
  S_TOUCHES("s_touches", Kind.SPATIAL, 2, "ST_Touches"),
  S_WITHIN("s_within", Kind.SPATIAL, 2, "ST_Within"),
  S_OVERLAPS("s_overlaps", Kind.SPATIAL, 2, "ST_Overlaps"),
  S_CROSSES("s_crosses", Kind.SPATIAL, 2, "ST_Crosses"),
  S_CONTAINS("s_contains", Kind.SPATIAL, 2, "ST_Contains"),

  T_AFTER("t_after", Kind.TEMPORAL, 2, "${a.start} > ${b.end}"),
  T_BEFORE("t_before", Kind.TEMPORAL, 2, "${a.end} < ${b.start}"),
  T_DISJOINT("t_disjoint", Kind.TEMPORAL, 2, "${a.end} < ${b.start} OR ${a.start} > ${b.end}"),
  T_EQUALS("t_equals", Kind.TEMPORAL, 2, "${a.start} = ${b.start} AND ${a.end} = ${b.end}"),
  T_INTERSECTS("t_intersects", Kind.TEMPORAL, 2, "${a.start} <= ${b.end} AND ${a.end} >= ${b.start}"),
  T_CONTAINS("t_contains", Kind.INTERVALS, 2, "${a.start} < ${b.start} AND ${a.end} > ${b.end}"),
  T_DURING("t_during", Kind.INTERVALS, 2, "${a.start} > ${b.start} AND ${a.end} < ${b.end}"),
  T_FINISHED_BY("t_finishedBy", Kind.INTERVALS, 2, "${a.start} < ${b.start} AND ${a.end} = ${b.end}"),
  T_FINISHES("t_finishes", Kind.INTERVALS, 2, "${a.start} > ${b.start} AND ${a.end} = ${b.end}"),
  T_MEETS("t_meets", Kind.INTERVALS, 2, "${a.end} = ${b.start}"),
  T_MET_BY("t_metBy", Kind.INTERVALS, 2, "${a.start} = ${b.end}"),
  T_OVERLAPPED_BY("t_overlappedBy", Kind.INTERVALS, 2, "${a.start} > ${b.start} AND ${a.start} < ${b.end} AND ${a.end} > ${b.end}"),
  T_OVERLAPS("t_overlaps", Kind.INTERVALS, 2, "${a.start} < ${b.start} AND ${a.end} > ${b.start} AND ${a.end} < ${b.end}"),
  T_STARTED_BY("t_startedBy", Kind.INTERVALS, 2, "${a.start} = ${b.start} AND ${a.end} > ${b.end}"),
  T_STARTS("t_starts", Kind.INTERVALS, 2, "${a.start} = ${b.start} AND ${a.end} < ${b.end}"),

  A_EQUALS("a_equals", Kind.ARRAY, 2, "${a} @> ${b} AND ${a} <@ ${b}"),
  A_CONTAINS("a_contains", Kind.ARRAY, 2, "${a} @> ${b}"),
  A_CONTAINED_BY("a_containedBy", Kind.ARRAY, 2, "${a} <@ ${b}"),
  A_OVERLAPS("a_overlaps", Kind.ARRAY, 2, "${a} && ${b}");

  /** What operands an operator takes and how its SQL is written. */
  enum Kind {
    LOGIC, COMPARISON, LIKE, BETWEEN, IN, IS_NULL, FOLDING, ARITHMETIC, SPATIAL,
    /** Takes instants and intervals. */
    TEMPORAL,
    /** Takes intervals only (21-065r2, 7.8). */
    INTERVALS,
    ARRAY;

    /** Whether the text encoding writes it like a function. */
    boolean isFunction() {
      return this == FOLDING || this == SPATIAL || this == TEMPORAL || this == INTERVALS || this == ARRAY;
    }
  }

  private static final Map<String, Operator> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(operator -> operator.symbol.toLowerCase(Locale.ROOT), Function.identity()));

  private final String symbol;
  private final Kind kind;
  private final int operands;
  private final String sql;

  Operator(String symbol, Kind kind, int operands, String sql) {
    this.symbol = symbol;
    this.kind = kind;
    this.operands = operands;
    this.sql = sql;
  }

  /** By its name in JSON, whatever the case. */
  static Optional<Operator> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  String symbol() {
    return symbol;
  }

  Kind kind() {
    return kind;
  }

  /** Its SQL word, or its pattern with holes for the operands. */
  String sql() {
    return sql;
  }

  /** AND and OR take as many as there are, all others a number of their own. */
  boolean takes(int count) {
    return this == AND || this == OR ? count >= operands : count == operands;
  }

  int operands() {
    return operands;
  }
}
