package org.comparto.ruleset;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comparto.layer.Revisions;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door of the module: which rule sets decide on a day and in a place. What was read is kept until a decision or a territory changes. */
@Component
public class Rulesets {

  private static final String REVISION = "ruleset";
  /** National sets first, then those of regions and territories; ids in order, so that answers are always the same. */
  private static final Comparator<Ruleset> ORDER = Comparator.<Ruleset, Boolean>comparing(s -> !s.regions().isEmpty() || !s.territories().isEmpty())
      .thenComparing(s -> s.overlay() != null).thenComparing(Ruleset::id).thenComparing(Ruleset::version);

  private record Known(long revision, long territories, List<RulesetVersion> versions, Map<String, String> regions) {}

  private final RulesetStore store;
  private final Revisions revisions;
  private final Decisions decisions;
  private volatile @Nullable Known known;

  Rulesets(RulesetStore store, Revisions revisions, Decisions decisions, Shipped shipped) {
    this.store = store;
    this.decisions = decisions;
    this.revisions = revisions;
    shipped.takeIn();
  }

  /**
   * The active sets that are in force on a day, in an order that is always the same.
   *
   * @param territory its code; null for a place that lies in none: only sets for all of Italy count there
   */
  public List<Ruleset> inForce(LocalDate date, @Nullable String territory) {
    return active(territory).filter(set -> set.isInForce(date)).toList();
  }

  /** The days on which another set begins or ceases to count for a territory; null as for {@link #inForce}. */
  public SortedSet<LocalDate> changes(@Nullable String territory) {
    SortedSet<LocalDate> days = new TreeSet<>();
    active(territory).forEach(set -> Stream.of(Optional.ofNullable(set.from()), Optional.ofNullable(set.to()))
        .flatMap(Optional::stream).forEach(days::add));
    return days;
  }

  /** A version, whether it decides or not. */
  public Optional<Ruleset> find(String id, int version) {
    return versions().stream().map(RulesetVersion::ruleset).filter(set -> set.id().equals(id) && set.version() == version).findFirst();
  }

  /**
   * A set that is not kept, to look at what it would do.
   *
   * @param text YAML or JSON of one set
   * @return version 0, not active
   * @throws RefusedException with everything that is wrong with it, answered with 400
   */
  public Ruleset read(String text) {
    return decisions.read(text);
  }

  /** Grows with every decision about a set, on every instance; read it before the sets. */
  public long revision() {
    return revisions.current(REVISION);
  }

  /** All versions, by id and number; invented sets that were shipped only where the demonstration is. */
  List<RulesetVersion> versions() {
    return known().versions();
  }

  private Stream<Ruleset> active(@Nullable String territory) {
    Known now = known();
    String region = territory == null ? null : now.regions().get(territory);
    return now.versions().stream().map(RulesetVersion::ruleset).filter(Ruleset::active)
        .filter(set -> set.countsFor(territory, region)).sorted(ORDER);
  }

  private Known known() {
    long revision = revision();
    long territories = revisions.current("territory");
    Known last = known;
    if (last == null || last.revision() != revision || last.territories() != territories) {
      boolean demonstration = store.holdsDemonstration();
      last = new Known(revision, territories, store.versions().stream()
          .filter(v -> demonstration || !v.shipped() || !v.ruleset().demonstration()).toList(), store.regions());
      known = last;
    }
    return last;
  }
}
