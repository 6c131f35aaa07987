package org.comparto.verdict;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.comparto.layer.Layer;
import org.comparto.layer.Localized;
import org.comparto.verdict.Surroundings.Feature;
import org.comparto.verdict.Surroundings.State;

/** The layers that the rules of a case read, as they were. */
final class UsedLayers {

  private UsedLayers() {}

  static List<UsedLayer> of(CaseRules rules, Surroundings around) {
    TreeSet<String> layers = new TreeSet<>();
    rules.read().forEach(counting -> layers.addAll(counting.rule().layers()));
    return layers.stream().map(id -> of(id, rules, around)).toList();
  }

  /** What a layer is called; one that is not there has no name of its own and is called by what a rule looks for in it. */
  static Localized title(String id, CaseRules rules, Surroundings around) {
    Layer layer = around.layers().get(id).layer();
    return layer != null ? layer.title() : rules.read().stream().map(counting -> counting.rule()).filter(rule -> rule.layers().contains(id))
        .map(rule -> rule.title()).findFirst().orElse(new Localized(id, id));
  }

  private static UsedLayer of(String id, CaseRules rules, Surroundings around) {
    State state = around.layers().get(id);
    Layer layer = state.layer();
    List<Feature> read = around.features().entrySet().stream().filter(entry -> entry.getKey().layer().equals(id)).map(entry -> entry.getValue())
        .flatMap(Collection::stream).toList();
    Instant changedAt = read.stream().map(Feature::changedAt).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    return new UsedLayer(id, title(id, rules, around), around.isAvailable(id), state.revision(), changedAt,
        layer == null ? null : layer.source(), state.demonstration() || read.stream().anyMatch(Feature::demonstration));
  }
}
