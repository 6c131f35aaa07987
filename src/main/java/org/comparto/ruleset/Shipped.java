package org.comparto.ruleset;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the shipped rule sets in at start: a text that is not the last shipped one becomes a further version. It decides at once, unless
 * the desk has put another text in force or has taken the set out of force: that was a decision of people, which no update overrules.
 */
@Component
class Shipped {

  private static final String SYSTEM = "system";

  private final RulesetStore store;
  private final RulesetCheck check;
  private final TransactionTemplate transaction;

  Shipped(RulesetStore store, RulesetCheck check, PlatformTransactionManager transactions) {
    this.store = store;
    this.check = check;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** @throws RulesetFileException naming the first file that is wrong and everything that is wrong with it */
  void takeIn() {
    Map<String, String> texts = RulesetFiles.texts();
    Map<String, Ruleset> sets = RulesetFiles.read(texts);
    sets.forEach((id, set) -> {
      List<Fault> faults = check.faults(set, name -> sets.values().stream()
          .anyMatch(other -> other.rules().stream().anyMatch(r -> other.nameOf(r).equals(name) && RulesetCheck.covers(r))), sets::containsKey);
      if (!faults.isEmpty()) {
        throw new RulesetFileException(id + ".yaml", faults.stream().map(Fault::text).collect(Collectors.joining("; ")));
      }
    });
    transaction.executeWithoutResult(status -> {
      store.lock();
      List<RulesetVersion> known = store.versions();
      texts.forEach((id, text) -> takeIn(sets.get(id), text, known.stream().filter(v -> v.ruleset().id().equals(id)).toList()));
    });
  }

  private void takeIn(Ruleset set, String text, List<RulesetVersion> known) {
    Optional<RulesetVersion> last = known.stream().filter(RulesetVersion::shipped)
        .max(Comparator.comparingInt(v -> v.ruleset().version()));
    if (last.filter(v -> v.content().equals(text)).isPresent()) {
      return;
    }
    int version = store.add(set.id(), text, true, SYSTEM);
    boolean untouched = known.stream().allMatch(v -> v.decidedBy() == null || v.decidedBy().equals(SYSTEM));
    if (untouched) {
      known.stream().map(RulesetVersion::ruleset).filter(Ruleset::active)
          .forEach(old -> store.decide(old, false, null, "replaced by version " + version, SYSTEM));
      store.decide(set.as(version, true, set.confirmedBy()), true, null, "shipped with the application", SYSTEM);
    }
  }
}
