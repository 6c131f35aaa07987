package org.comparto.invitation;

import java.util.List;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Who comes, as far as a host needs to know; null is not said. A group, never a person.
 *
 * @param name of the group: "3B, ITIS"
 * @param level code of visit_group
 * @param age of the youngest, years
 * @param languages codes of visit_language
 * @param needs what else there is to mind: allergies, a pushchair, a helper
 * @param vehicle how they come: coach, car, walk
 */
public record Party(@Nullable String name, @Nullable String level, @Nullable Integer age, @Nullable List<String> languages,
    @Nullable Boolean wheelchair, @Nullable String needs, @Nullable String vehicle) {

  static final Party UNKNOWN = new Party(null, null, null, null, null, null, null);

  public Party {
    name = Field.optional("group.name", name, 120);
    level = Field.optional("group.level", level, 40);
    needs = Field.text("group.needs", needs, 2000);
    vehicle = Field.optional("group.vehicle", vehicle, 40);
    if (age != null && (age < 0 || age > 120)) {
      throw new InvalidInputException("group.age", "group.age is \"" + age + "\"; it must be an integer from 0 to 120");
    }
    if (languages != null && (languages.size() > 10 || languages.stream().anyMatch(one -> one == null || !one.matches("[a-z]{2,3}")))) {
      throw new InvalidInputException("group.languages", "group.languages must be codes such as it, en");
    }
    languages = languages == null ? List.of() : List.copyOf(languages);
  }
}
