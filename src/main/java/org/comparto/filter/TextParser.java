package org.comparto.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CQL2 text by recursive descent; each method is a rule of 21-065r2, annex B, from the weakest operator to the strongest. */
final class TextParser {

  private static final Set<String> RESERVED = Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV");
  private static final List<Operator> COMPARISONS =
      List.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.LESS, Operator.GREATER, Operator.AT_MOST, Operator.AT_LEAST);
  private static final List<Operator> SUMS = List.of(Operator.PLUS, Operator.MINUS);
  private static final List<Operator> PRODUCTS = List.of(Operator.TIMES, Operator.OVER, Operator.MODULO, Operator.DIV);
  private static final List<Operator> POWERS = List.of(Operator.POWER);

  private final String filter;
  private final List<Token> tokens;
  private final Nodes nodes;
  private int next;

  private TextParser(String filter, Nodes nodes) {
    this.filter = filter;
    this.tokens = Lexer.read(filter);
    this.nodes = nodes;
  }

  static Expression parse(String filter, Nodes nodes) {
    TextParser parser = new TextParser(filter, nodes);
    Expression all = parser.disjunction();
    if (parser.peek().kind() != Token.Kind.END) {
      throw parser.expected("AND, OR or the end");
    }
    return all;
  }

  private Expression disjunction() {
    nodes.enter();
    Expression expression = chain(Operator.OR, chain(Operator.AND, negation()));
    nodes.leave();
    return expression;
  }

  /** One operand, or all those that the operator joins. */
  private Expression chain(Operator operator, Expression first) {
    List<Expression> operands = new ArrayList<>(List.of(first));
    while (accept(operator.symbol())) {
      operands.add(operator == Operator.OR ? chain(Operator.AND, negation()) : negation());
    }
    return operands.size() == 1 ? first : nodes.operation(operator, operands);
  }

  private Expression negation() {
    if (!accept("NOT")) {
      return predicate();
    }
    nodes.enter();
    Expression negated = negate(negation());
    nodes.leave();
    return negated;
  }

  private Expression predicate() {
    Expression left = sum();
    for (Operator comparison : COMPARISONS) {
      if (accept(comparison.symbol())) {
        return nodes.operation(comparison, List.of(left, sum()));
      }
    }
    if (accept("IS")) {
      boolean not = accept("NOT");
      expect("NULL");
      return negateIf(not, nodes.operation(Operator.IS_NULL, List.of(left)));
    }
    boolean not = accept("NOT");
    if (accept("LIKE")) {
      return negateIf(not, nodes.operation(Operator.LIKE, List.of(left, operand())));
    }
    if (accept("BETWEEN")) {
      Expression low = sum();
      expect("AND");
      return negateIf(not, nodes.operation(Operator.BETWEEN, List.of(left, low, sum())));
    }
    if (accept("IN")) {
      expect("(");
      return negateIf(not, nodes.operation(Operator.IN, List.of(left, nodes.items(list()))));
    }
    if (not) {
      throw expected("LIKE, BETWEEN or IN");
    }
    return left;
  }

  private Expression sum() {
    Expression left = product();
    for (Operator operator = acceptAny(SUMS); operator != null; operator = acceptAny(SUMS)) {
      left = nodes.operation(operator, List.of(left, product()));
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    for (Operator operator = acceptAny(PRODUCTS); operator != null; operator = acceptAny(PRODUCTS)) {
      left = nodes.operation(operator, List.of(left, power()));
    }
    return left;
  }

  private Expression power() {
    Expression base = operand();
    if (acceptAny(POWERS) == null) {
      return base;
    }
    nodes.enter();
    Expression power = nodes.operation(Operator.POWER, List.of(base, power()));
    nodes.leave();
    return power;
  }

  private Expression operand() {
    int geometryEnd = WktShapes.begins(peek()) ? WktShapes.end(tokens, next) : next;
    if (geometryEnd > next) {
      String wkt = filter.substring(peek().start(), tokens.get(geometryEnd - 1).end());
      next = geometryEnd;
      return nodes.shape(WktShapes.read(wkt));
    }
    Token token = take();
    return switch (token.kind()) {
      case TEXT -> nodes.text(token.text());
      case NUMBER -> nodes.number(token.text());
      case QUOTED_NAME -> nodes.property(token.text());
      case NAME -> accept("(") ? call(token) : word(token);
      case SYMBOL -> switch (token.text()) {
        case "(" -> parenthesised();
        case "-", "+" -> signed(token);
        default -> throw unexpected(token);
      };
      case END -> throw unexpected(token);
    };
  }

  private Expression signed(Token sign) {
    boolean negative = sign.text().equals("-");
    if (peek().kind() == Token.Kind.NUMBER) {
      return nodes.number((negative ? "-" : "") + take().text());
    }
    nodes.enter();
    Expression operand = operand();
    nodes.leave();
    return negative ? nodes.operation(Operator.MINUS, List.of(nodes.number(BigDecimal.ZERO), operand)) : operand;
  }

  /** One expression in parentheses is itself; none or several are an array. */
  private Expression parenthesised() {
    if (accept(")")) {
      return nodes.items(List.of());
    }
    Expression first = disjunction();
    if (accept(")")) {
      return first;
    }
    expect(",");
    List<Expression> members = new ArrayList<>(List.of(first));
    members.addAll(list());
    return nodes.items(members);
  }

  /** Up to and with the closing parenthesis; the opening one has been read. */
  private List<Expression> list() {
    List<Expression> members = new ArrayList<>();
    do {
      members.add(disjunction());
    } while (accept(","));
    expect(")");
    return members;
  }

  private Expression word(Token token) {
    if (token.is("TRUE") || token.is("FALSE")) {
      return nodes.truth(token.is("TRUE"));
    }
    if (RESERVED.stream().anyMatch(token::is)) {
      throw unexpected(token);
    }
    return nodes.property(token.text());
  }

  private Expression call(Token name) {
    if (name.is("DATE") || name.is("TIMESTAMP")) {
      Token text = take();
      if (text.kind() != Token.Kind.TEXT) {
        throw new Mistake(name.text() + " takes a text in single quotes, " + text.place() + " stands " + text.shown());
      }
      expect(")");
      return name.is("DATE") ? nodes.date(text.text()) : nodes.timestamp(text.text());
    }
    List<Expression> operands = accept(")") ? List.of() : list();
    if (name.is("INTERVAL") && operands.size() == 2) {
      return nodes.interval(operands.get(0), operands.get(1));
    }
    if (name.is("BBOX")) {
      return nodes.box(operands.stream().map(this::coordinate).toList());
    }
    Operator function = Operator.find(name.text()).filter(operator -> operator.kind().isFunction()).orElseThrow(() -> unknown(name));
    return nodes.operation(function, operands);
  }

  private BigDecimal coordinate(Expression expression) {
    if (expression instanceof Expression.Number number) {
      return number.value();
    }
    throw new Mistake("BBOX takes numbers only, not " + expression.type() + TypeCheck.named(expression));
  }

  private Expression negateIf(boolean not, Expression expression) {
    return not ? negate(expression) : expression;
  }

  private Expression negate(Expression expression) {
    return nodes.operation(Operator.NOT, List.of(expression));
  }

  private @Nullable Operator acceptAny(List<Operator> operators) {
    for (Operator operator : operators) {
      if (accept(operator.symbol())) {
        return operator;
      }
    }
    return null;
  }

  private boolean accept(String word) {
    if (!peek().is(word)) {
      return false;
    }
    next++;
    return true;
  }

  private void expect(String word) {
    if (!accept(word)) {
      throw expected(word);
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  private Mistake expected(String what) {
    return new Mistake(peek().place() + " of the filter stands " + peek().shown() + ", where " + what + " is expected");
  }

  private static Mistake unexpected(Token token) {
    return new Mistake(token.place() + " of the filter stands " + token.shown() + ", where a value or a predicate is expected");
  }

  private static Mistake unknown(Token name) {
    return new Mistake("there is no function " + Mistake.shown(name.text()) + " that takes this many values; there are those of CQL2 only "
        + "(CASEI, ACCENTI, DATE, TIMESTAMP, INTERVAL, BBOX, S_…, T_…, A_…) and WKT geometries");
  }
}
