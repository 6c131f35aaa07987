package org.comparto.proposal;

import java.util.List;
import java.util.function.Predicate;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a proposal a change of the feature as it is now, after somebody else has changed that. */
@Component
class Rebasing {

  private final ProposalStore store;
  private final Layers layers;
  private final Weighing weighing;
  private final Snapshots snapshots;
  private final Views views;
  private final Sight sight;
  private final Notices notices;

  Rebasing(ProposalStore store, Layers layers, Weighing weighing, Snapshots snapshots, Views views, Sight sight, Notices notices) {
    this.store = store;
    this.layers = layers;
    this.weighing = weighing;
    this.snapshots = snapshots;
    this.views = views;
    this.sight = sight;
    this.notices = notices;
  }

  /**
   * Without content it stays what it was, if nobody else has changed the same, and nobody has written it by that. What was submitted or
   * approved has to be looked at again.
   *
   * @param merged what was decided; null to take over what can be taken over
   * @throws RefusedException 412 if it is not the version that was read, 409 if there are conflicts that nobody has decided
   */
  @Transactional
  public Proposal rebase(long id, Version version, @Nullable Content merged, Caller by) {
    Proposal before = store.lock(id, by).orElseThrow(() -> Refusals.missing(id));
    Permits.checkWriting(before, by);
    version.checkNamed();
    if (!version.is(before.version())) {
      throw version.changedMeanwhile(views.current(before, by));
    }
    Layer layer = layers.getLayer(before.layer(), "layer");
    Comparison comparison = snapshots.compare(before, layer);
    Predicate<String> seen = sight.of(layer, before.feature(), before.territory(), by.account());
    check(before, comparison, merged != null, seen, by);
    Snapshot current = comparison.current();
    Weighed wanted = (merged == null
        ? weighing.weigh(layer, before.kind(), before.feature(), current, Content.of(before), Content.NOTHING.properties(), Sight.EVERYTHING)
        : weighing.weigh(layer, before.kind(), before.feature(), current, merged, before.hidden(seen), seen))
        .begunIn(before.territory(), before.municipality());
    Permits.checkPlaces(current, layer, wanted, by.account());
    State state = before.state().isBeingWritten() ? before.state() : State.SUBMITTED;
    String note = merged == null ? before.note() : merged.noteAfter(before.note());
    store.save(id, wanted, note, current.version(), state, by.name(), merged != null);
    store.addStep(id, "rebase", by.name(), null);
    Proposal after = store.get(id);
    if (state == State.SUBMITTED) {
      notices.tell("rebase", after, by, null);
    }
    return after;
  }

  private static void check(Proposal before, Comparison comparison, boolean isDecided, Predicate<String> seen, Caller by) {
    if (!before.state().isOpen() || before.kind() == Kind.CREATE) {
      throw Refusals.wrongState(before, Permits.of(before, by));
    }
    if (comparison.isRetired()) {
      throw Refusals.retired();
    }
    List<String> conflicts = comparison.conflicts();
    boolean seesAll = conflicts.stream().allMatch(name -> name.equals(Comparison.GEOMETRY) || seen.test(name));
    if (!conflicts.isEmpty() && !(isDecided && seesAll)) {
      throw Refusals.outdated(comparison, seen);
    }
  }
}
