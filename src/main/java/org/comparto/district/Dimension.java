package org.comparto.district;

import java.util.Optional;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What figures are told apart by: a kind of area or a variable; one of the two is null. */
record Dimension(Area.@Nullable Kind area, @Nullable Variable variable) {

  boolean isArea() {
    return area != null;
  }

  String id() {
    return area != null ? area.id() : variable.id();
  }

  /** @throws InvalidInputException if there is none of that name */
  static Dimension of(String parameter, String id) {
    Optional<Dimension> found = Area.Kind.find(id).map(kind -> new Dimension(kind, null)).or(() -> Variable.find(id).map(variable -> new Dimension(null, variable)));
    return found.orElseThrow(() -> new InvalidInputException(parameter, "there is no dimension \"" + id + "\"; /api/census/dimensions lists those there are"));
  }
}
