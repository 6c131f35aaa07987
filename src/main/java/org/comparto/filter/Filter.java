package org.comparto.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A filter that was read and checked: as one SQL condition, or taken apart into what must all hold.
 *
 * @param condition of the whole, with values bound as f0, f1 and so on
 * @param parts all of which must hold; none for a filter that everything meets
 */
public record Filter(Condition condition, List<Part> parts) {

  /** What everything meets. */
  public static final Filter NONE = new Filter(Condition.NONE, List.of());

  /**
   * One of the conditions that AND joins.
   *
   * @param attributes all it asks about beside geometry and id
   * @param test how it is decided from values alone; empty if only the database can
   * @param condition the same in SQL, with values bound under names that no other part has
   */
  public record Part(Set<String> attributes, Optional<Test> test, Condition condition) {}

  public Filter {
    parts = List.copyOf(parts);
  }

  /** The condition of all parts but those that ask about this attribute alone. */
  public Condition without(String attribute) {
    return parts.stream().filter(part -> !part.attributes().equals(Set.of(attribute))).map(Part::condition).reduce(Condition.NONE, Condition::and);
  }

  static Filter of(Expression checked, boolean collectionsMayBeStored) {
    List<Part> parts = new ArrayList<>();
    takeApart(checked, part -> parts.add(new Part(Simplification.attributes(part), Simplification.of(part),
        new SqlWriter("f" + parts.size() + "_", collectionsMayBeStored).write(part))));
    return new Filter(new SqlWriter("f", collectionsMayBeStored).write(checked), parts);
  }

  private static void takeApart(Expression expression, Consumer<Expression> part) {
    if (expression instanceof Expression.Operation operation && operation.operator() == Operator.AND) {
      operation.operands().forEach(operand -> takeApart(operand, part));
    } else {
      part.accept(expression);
    }
  }
}
