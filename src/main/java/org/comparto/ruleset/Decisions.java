package org.comparto.ruleset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.problem.Field;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with rule sets: they upload a version, and somebody else puts it in force, answers for it, or takes it out of force. Whoever
 * works in one territory decides on sets of that territory only.
 */
@Component
class Decisions {

  /** Rights are given by layer: whoever reviews energy areas decides on the rules by which they are assessed. */
  private static final String LAYER = "energy_area";
  private static final int LONGEST_REASON = 2_000;
  private static final String PERSONS = Sql.load("ruleset/persons.sql").text();

  /** @param isNew false where the last version of the set says the same, word by word */
  record Uploaded(RulesetVersion version, boolean isNew) {}

  private final RulesetStore store;
  private final RulesetCheck check;
  private final Audit audit;
  private final JdbcClient db;

  Decisions(RulesetStore store, RulesetCheck check, Audit audit, JdbcClient db) {
    this.store = store;
    this.check = check;
    this.audit = audit;
    this.db = db;
  }

  /** The set that a text says. @throws RefusedException with everything that is wrong with it, answered with 400 */
  Ruleset read(String text) {
    try {
      Ruleset set = RulesetText.read(text);
      List<RulesetVersion> known = store.versions();
      List<Fault> faults = check.faults(set, name -> known.stream().map(RulesetVersion::ruleset).filter(other -> !other.id().equals(set.id()))
          .anyMatch(other -> other.rules().stream().anyMatch(r -> other.nameOf(r).equals(name) && RulesetCheck.covers(r))),
          id -> known.stream().anyMatch(v -> v.ruleset().id().equals(id)));
      if (!faults.isEmpty()) {
        throw RulesetRefusals.faulty(faults);
      }
      return set;
    } catch (FaultyRulesetException e) {
      throw RulesetRefusals.faulty(e.faults());
    }
  }

  @Transactional
  public Uploaded upload(String text, CurrentAccount who) {
    checkPerson(who);
    Ruleset set = read(text);
    if (set.confirmedBy() != null) {
      throw RulesetRefusals.faulty(List.of(new Fault(null, "status", "an upload is a draft: who puts it in force can confirm it")));
    }
    checkPlace(set, who);
    store.lock();
    List<RulesetVersion> known = store.versions().stream().filter(v -> v.ruleset().id().equals(set.id())).toList();
    RulesetVersion last = known.isEmpty() ? null : known.get(known.size() - 1);
    if (last != null && last.content().equals(text)) {
      return new Uploaded(last, false);
    }
    // a set is not taken over by somebody who may not decide on what it is now
    if (last != null) {
      checkPlace(last.ruleset(), who);
    }
    int version = store.add(set.id(), text, false, who.username());
    audit.note(who.username(), AuditAction.RULESET_UPLOADED, subject(set.id(), version), null);
    return new Uploaded(get(set.id(), version), true);
  }

  /** @param confirm whether who decides answers for the rules being what the act says */
  @Transactional
  public RulesetVersion activate(String id, int version, boolean confirm, @Nullable String reason, CurrentAccount who) {
    String why = Field.required("reason", reason, LONGEST_REASON);
    RulesetVersion chosen = decided(id, version, who);
    read(chosen.content()); // layers and rules that it names may have gone since
    if (chosen.ruleset().active() && (!confirm || chosen.ruleset().confirmedBy() != null)) {
      throw RulesetRefusals.activeAlready();
    }
    store.versions().stream().map(RulesetVersion::ruleset).filter(set -> set.id().equals(id) && set.active() && set.version() != version)
        .forEach(old -> store.decide(old, false, old.confirmedBy(), "replaced by version " + version, who.username()));
    store.decide(chosen.ruleset(), true, confirm ? who.displayName() : chosen.ruleset().confirmedBy(), why, who.username());
    audit.note(who.username(), AuditAction.RULESET_ACTIVATED, subject(id, version), (confirm ? "confirmed: " : "") + why);
    return get(id, version);
  }

  @Transactional
  public RulesetVersion deactivate(String id, int version, @Nullable String reason, CurrentAccount who) {
    String why = Field.required("reason", reason, LONGEST_REASON);
    RulesetVersion chosen = decided(id, version, who);
    if (!chosen.ruleset().active()) {
      throw RulesetRefusals.notActive();
    }
    store.decide(chosen.ruleset(), false, chosen.ruleset().confirmedBy(), why, who.username());
    audit.note(who.username(), AuditAction.RULESET_DEACTIVATED, subject(id, version), why);
    return get(id, version);
  }

  /** The version that may be decided on by this person, with the lock of rule sets held. */
  private RulesetVersion decided(String id, int version, CurrentAccount who) {
    checkPerson(who);
    store.lock();
    RulesetVersion chosen = get(id, version);
    checkPlace(chosen.ruleset(), who);
    Set<String> names = new HashSet<>(db.sql(PERSONS).param("id", who.id()).query(String.class).list());
    if (!chosen.shipped() && names.contains(chosen.writtenBy())) {
      throw RulesetRefusals.own();
    }
    return chosen;
  }

  private RulesetVersion get(String id, int version) {
    return store.versions().stream().filter(v -> v.ruleset().id().equals(id) && v.ruleset().version() == version).findFirst()
        .orElseThrow(() -> RulesetRefusals.missing(id, version));
  }

  private static void checkPerson(CurrentAccount who) {
    if (who.id() == null) {
      throw RulesetRefusals.noPerson();
    }
  }

  private static void checkPlace(Ruleset set, CurrentAccount who) {
    if (set.territories().isEmpty()) {
      who.checkReview(LAYER, null, null);
    }
    set.territories().forEach(territory -> who.checkReview(LAYER, territory, null));
  }

  private static String subject(String id, int version) {
    return "ruleset:" + id + "@" + version;
  }
}
