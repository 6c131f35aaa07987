package org.comparto.ruleset;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.ruleset.RulesetView.Decision;
import org.comparto.ruleset.RulesetView.LayerView;
import org.comparto.ruleset.RulesetView.RuleView;
import org.comparto.ruleset.RulesetView.Valid;
import org.springframework.stereotype.Component;

/** Says versions of rule sets as the interface shows them, with the layers that they read and where those are known. */
@Component
class RulesetViews {

  private final Layers layers;
  private final Availability availability;

  RulesetViews(Layers layers, Availability availability) {
    this.layers = layers;
    this.availability = availability;
  }

  List<RulesetView> of(Stream<RulesetVersion> versions) {
    List<String> territories = availability.territories();
    return versions.map(version -> of(version, territories)).toList();
  }

  private RulesetView of(RulesetVersion version, List<String> territories) {
    Ruleset set = version.ruleset();
    boolean signedIn = CurrentAccount.find().filter(account -> account.may(Scope.READ)).isPresent();
    Decision decision = signedIn
        ? new Decision(version.writtenBy(), version.writtenAt(), version.decidedBy(), version.decidedAt(), version.reason()) : null;
    List<LayerView> read = set.layers().entrySet().stream().map(use -> new LayerView(use.getKey(),
        layers.findLayer(use.getKey()).map(Layer::title).orElse(null), use.getValue().complete(), use.getValue().awaited(),
        use.getValue().note(), availability.of(use.getKey(), territories))).toList();
    return new RulesetView(set.id(), set.version(), set.status().name().toLowerCase(Locale.ROOT), set.confirmedBy(), set.active(),
        new Valid(set.from(), set.to()), set.regions(), set.territories(), set.title(), set.note(), set.overlay(), set.demonstration(),
        version.shipped(), set.rules().stream().map(RuleView::of).toList(), read, decision);
  }
}
