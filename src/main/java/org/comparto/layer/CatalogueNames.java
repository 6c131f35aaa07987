package org.comparto.layer;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comparto.account.LayerNames;
import org.springframework.stereotype.Component;

/** Tells the rights which layers there are. */
@Component
class CatalogueNames implements LayerNames {

  private final Layers layers;

  CatalogueNames(Layers layers) {
    this.layers = layers;
  }

  @Override
  public Set<String> all() {
    return names(layer -> !layer.isComputed());
  }

  @Override
  public Set<String> thematic() {
    return names(layer -> layer.kind() == Layer.Kind.THEMATIC);
  }

  private Set<String> names(Predicate<Layer> which) {
    return layers.all().stream().filter(which).map(Layer::id).collect(Collectors.toUnmodifiableSet());
  }
}
