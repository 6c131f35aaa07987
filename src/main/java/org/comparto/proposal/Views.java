package org.comparto.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.comparto.editing.Fault;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.Told;
import org.comparto.proposal.Comments.Comment;
import org.comparto.proposal.ProposalStore.Other;
import org.comparto.proposal.ProposalStore.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Proposals as they are shown: to each reader what this one may see of them, and what this one can do. */
@Component
class Views {

  /**
   * A proposal with all that belongs to it.
   *
   * @param properties all values as the author means them, not only those that become different
   * @param base the version of the feature that was read; null of a new one
   * @param current the feature as it is now
   * @param changes the names of what becomes different, geometry among them
   * @param conflicts those that somebody else has changed as well
   * @param faults what is wrong or missing as things are now; empty once it is decided
   * @param others open proposals about the same feature
   * @param may what the reader can do now
   */
  record View(long id, String layer, @Nullable Long feature, Kind kind, State state, @Nullable String title, String author, List<String> writers,
      @Nullable String territory, @Nullable String municipality, int version, ObjectNode properties, @Nullable JsonNode geometry,
      @Nullable String note, Instant createdAt, Instant updatedAt, String updatedBy, @Nullable Integer publishedVersion, @Nullable Snapshot base,
      @Nullable Snapshot current, List<String> changes, List<String> conflicts, List<? extends Told> faults, List<Comment> comments, List<Taken> steps,
      List<Other> others, List<String> may) {}

  /** What whoever was slower has to know: what the proposal is now, and by whom. */
  record Present(int version, State state, Instant updatedAt, String updatedBy, ObjectNode properties, @Nullable JsonNode geometry,
      @Nullable String note) {}

  private final ProposalStore store;
  private final Comments comments;
  private final Layers layers;
  private final Snapshots snapshots;
  private final Weighing weighing;
  private final Sight sight;

  Views(ProposalStore store, Comments comments, Layers layers, Snapshots snapshots, Weighing weighing, Sight sight) {
    this.store = store;
    this.comments = comments;
    this.layers = layers;
    this.snapshots = snapshots;
    this.weighing = weighing;
    this.sight = sight;
  }

  /** @param translation into the language of the reader */
  View full(Proposal proposal, Caller reader, UnaryOperator<List<? extends Told>> translation) {
    Layer layer = layers.getLayer(proposal.layer(), "layer");
    Comparison comparison = snapshots.compare(proposal, layer);
    Predicate<String> seen = sight.of(layer, proposal.feature(), proposal.territory(), reader.account());
    return new View(proposal.id(), proposal.layer(), proposal.feature(), proposal.kind(), proposal.state(), proposal.title(), proposal.author(),
        proposal.writers(), proposal.territory(), proposal.municipality(), proposal.version(), Snapshot.only(comparison.properties(), seen),
        comparison.geometry(), proposal.note(), proposal.createdAt(), proposal.updatedAt(), proposal.updatedBy(), proposal.publishedVersion(),
        comparison.base() == null ? null : comparison.base().visible(seen), comparison.current() == null ? null : comparison.current().visible(seen),
        comparison.changes(), comparison.conflicts(), translation.apply(faults(proposal, layer, comparison)), comments.of(proposal.id()), store.steps(proposal.id()),
        store.others(proposal.layer(), proposal.feature(), proposal.id()), may(proposal, comparison, reader));
  }

  Present current(Proposal proposal, Caller reader) {
    Layer layer = layers.getLayer(proposal.layer(), "layer");
    Comparison comparison = snapshots.compare(proposal, layer);
    return new Present(proposal.version(), proposal.state(), proposal.updatedAt(), proposal.updatedBy(),
        Snapshot.only(comparison.properties(), sight.of(layer, proposal.feature(), proposal.territory(), reader.account())), comparison.geometry(), proposal.note());
  }

  private List<Fault> faults(Proposal proposal, Layer layer, Comparison comparison) {
    boolean settled = !proposal.state().isOpen() || proposal.kind() == Kind.RETIRE || proposal.kind() == Kind.CHANGE && comparison.current() == null;
    return settled ? List.of() : weighing.check(layer, proposal.feature(), proposal.properties(), proposal.geometry()).faults();
  }

  private static List<String> may(Proposal proposal, Comparison comparison, Caller reader) {
    List<String> may = new ArrayList<>(Permits.of(proposal, reader));
    boolean canBeTakenOver = proposal.state().isOpen() && comparison.isOutdated() && !comparison.isRetired()
        && (reader.mayPropose(proposal) || reader.mayReview(proposal));
    if (canBeTakenOver) {
      may.add("rebase");
    }
    return may;
  }
}
