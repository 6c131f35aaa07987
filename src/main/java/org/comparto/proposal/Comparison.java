package org.comparto.proposal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A proposal beside the version of the feature that its author read, and beside the one there is now.
 *
 * @param base null of a new feature, or if that version is not known any more
 * @param current null of a feature that does not exist, yet or any more
 */
record Comparison(Proposal proposal, @Nullable Snapshot base, @Nullable Snapshot current) {

  static final String GEOMETRY = "geometry";

  /** Whether the feature is another by now than the one that the author read. */
  boolean isOutdated() {
    return proposal.kind() != Kind.CREATE && (current == null || current.version() != proposal.baseVersion());
  }

  boolean isRetired() {
    return proposal.kind() != Kind.CREATE && (current == null || !current.isPublished());
  }

  /** What both the author and somebody else have changed, each to something of their own. */
  List<String> conflicts() {
    List<String> names = new ArrayList<>();
    if (isOutdated() && current != null && proposal.state() != State.PUBLISHED) {
      proposal.properties().properties().forEach(mine -> {
        JsonNode theirs = current.value(mine.getKey());
        boolean moved = base == null || !Json.same(theirs, base.value(mine.getKey()));
        if (moved && !Json.same(theirs, mine.getValue())) {
          names.add(mine.getKey());
        }
      });
      if (proposal.geometry() != null && (base == null || !Json.same(known(base.geometry()), known(current.geometry())))) {
        names.add(GEOMETRY);
      }
    }
    return names;
  }

  /** What the proposal changes; null of a new feature. */
  @Nullable Snapshot ground() {
    return proposal.kind() == Kind.CREATE ? null : base == null ? current : base;
  }

  /** All values, as the author meant them. */
  ObjectNode properties() {
    Snapshot ground = ground();
    ObjectNode all = ground == null ? JsonNodeFactory.instance.objectNode() : ground.properties().deepCopy();
    all.setAll(proposal.properties());
    return all;
  }

  @Nullable JsonNode geometry() {
    Snapshot ground = ground();
    return proposal.geometry() != null || ground == null ? proposal.geometry() : ground.geometry();
  }

  /** The names of what would become different. */
  List<String> changes() {
    List<String> names = new ArrayList<>(proposal.properties().propertyNames());
    if (proposal.geometry() != null) {
      names.add(GEOMETRY);
    }
    return names;
  }

  private static JsonNode known(@Nullable JsonNode geometry) {
    return geometry == null ? NullNode.instance : geometry;
  }
}
