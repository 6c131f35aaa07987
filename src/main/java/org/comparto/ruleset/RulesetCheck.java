package org.comparto.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.comparto.crs.Crs;
import org.comparto.filter.FilterLanguage;
import org.comparto.filter.Filters;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.springframework.stereotype.Component;

/** Holds a rule set against the layers that there are, their attributes, and the rules of other sets that it names. */
@Component
class RulesetCheck {

  private static final Set<Layer.GeometryType> WITHOUT_AREAS = Set.of(Layer.GeometryType.POINT, Layer.GeometryType.LINE);

  private final Layers layers;
  private final Filters filters;

  RulesetCheck(Layers layers, Filters filters) {
    this.layers = layers;
    this.filters = filters;
  }

  /**
   * Everything that is wrong with it.
   *
   * @param known whether there is a rule that covers something, by {@code set/rule}
   * @param knownSet whether there is a set, by its id
   */
  List<Fault> faults(Ruleset set, Predicate<String> known, Predicate<String> knownSet) {
    List<Fault> faults = new ArrayList<>();
    if (set.overlay() != null && !knownSet.test(set.overlay())) {
      faults.add(new Fault(null, "overlay", "there is no rule set \"" + set.overlay() + "\""));
    }
    set.layers().forEach((id, use) -> {
      if (set.rules().stream().noneMatch(rule -> rule.layers().contains(id))) {
        faults.add(new Fault(null, "layers." + id, "no rule reads this layer"));
      } else if (layers.findLayer(id).isEmpty() && !use.awaited()) {
        faults.add(new Fault(null, "layers." + id, "there is no layer \"" + id + "\"; awaited: true under layers says that it may come later"));
      }
    });
    set.rules().forEach(rule -> {
      each(rule, "source", rule.sources(), faults);
      each(rule, "restrict_to", rule.restrictTo(), faults);
      each(rule, "except", rule.except().stream().map(Except::source).toList(), faults);
      each(rule, "applies_to", rule.appliesTo(), faults);
      for (int i = 0; i < rule.allowIfAny().size(); i++) {
        String name = rule.allowIfAny().get(i);
        boolean own = set.rules().stream().anyMatch(r -> set.nameOf(r).equals(name) && covers(r));
        if (!own && !known.test(name)) {
          faults.add(new Fault(rule.id(), "allow_if_any[" + i + "]", "there is no rule \"" + name + "\" that covers anything"));
        }
      }
    });
    return faults;
  }

  /** Whether a permission may be freed by what the rule covers. */
  static boolean covers(Rule rule) {
    return rule.effect() == Effect.INCLUDE || rule.effect() == Effect.ALLOW;
  }

  private void each(Rule rule, String key, List<Source> sources, List<Fault> faults) {
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      Optional<Layer> layer = layers.findLayer(source.layer());
      if (source.minAreaM2() > 0 && layer.filter(one -> WITHOUT_AREAS.contains(one.geometry())).isPresent()) {
        faults.add(new Fault(rule.id(), key + "[" + i + "].min_area_m2", "the layer \"" + source.layer() + "\" has no areas: nothing of it has a size"));
      }
      if (layer.isPresent() && source.where() != null) {
        try {
          filters.parse(layer.get(), source.where(), FilterLanguage.TEXT, Crs.CRS84);
        } catch (InvalidInputException e) {
          faults.add(new Fault(rule.id(), key + "[" + i + "].where", e.getMessage()));
        }
      }
    }
  }
}
