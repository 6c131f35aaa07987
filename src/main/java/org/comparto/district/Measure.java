package org.comparto.district;

import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What a figure is: firms where both are null, else an amount of them, or how many of them said yes. */
record Measure(@Nullable Amount amount, @Nullable Variable yes) {

  static final Measure FIRMS = new Measure(null, null);

  String id() {
    return amount != null ? amount.id() : yes != null ? yes.id() : "firms";
  }

  static Measure of(@Nullable String id) {
    if (id == null || id.equals("firms")) {
      return FIRMS;
    }
    String name = id.equals("export") ? "exporter" : id;
    return Amount.find(name).map(amount -> new Measure(amount, null))
        .or(() -> Variable.find(name).filter(Variable::isYesOrNo).map(variable -> new Measure(null, variable)))
        .orElseThrow(() -> new InvalidInputException("measure", "there is no measure \"" + id + "\"; /api/census/dimensions lists those there are"));
  }
}
