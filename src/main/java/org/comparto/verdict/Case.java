package org.comparto.verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comparto.ruleset.Ruleset;

/**
 * One question about a piece of ground.
 *
 * @param technology as the code list technology has it
 * @param date by which features of the layers are chosen: valid_from &lt;= date &lt; valid_to
 * @param exemptions what the project is for: cer, pnrr; empty for neither
 * @param rulesets that decide, all of them together
 */
public record Case(String technology, LocalDate date, Set<String> exemptions, List<Ruleset> rulesets) {

  public Case {
    exemptions = Set.copyOf(exemptions);
    rulesets = List.copyOf(rulesets);
  }
}
