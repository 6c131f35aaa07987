package org.comparto.ruleset;

import java.util.function.UnaryOperator;
import org.comparto.problem.Told;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a rule set.
 *
 * @param rule the id of the rule that is meant, or its place in the list such as #3; null where it is the set as a whole
 * @param path where it stands below the rule or the set, for instance {@code except[0].buffer_m}
 * @param reason an English sentence that says what to change
 */
public record Fault(@Nullable String rule, String path, String reason) implements Told {

  @Override
  public Told told(UnaryOperator<String> translation) {
    return new Fault(rule, path, translation.apply(reason));
  }

  String text() {
    return (rule == null ? "" : "rule " + rule + ", ") + path + ": " + reason;
  }
}
