package org.comparto.owner;

import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.crs.Crs;
import org.comparto.editing.Checked;
import org.comparto.editing.Checks;
import org.comparto.editing.Fault;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives what owners say of plots to the desk, as proposals; what the layer can not hold is refused before anything of it is kept. */
@Component
class HandOver {

  /** Where a plot lies, as the desks share the country. */
  record Where(String territory, @Nullable String municipality) {}

  private final Layers layers;
  private final Checks checks;

  HandOver(Layers layers, Checks checks) {
    this.layers = layers;
    this.checks = checks;
  }

  /**
   * @param geometry GeoJSON, longitude first; null where it stays
   * @param plot the one that is to be changed; null for a new one
   * @throws RefusedException with all that is wrong and all that is missing
   */
  Where check(ObjectNode values, @Nullable JsonNode geometry, @Nullable Long plot) {
    Checked checked = checks.check(layer(), feature(values, geometry), Crs.CRS84, plot);
    if (!checked.isComplete()) {
      String attribute = checked.faults().get(0).attribute();
      throw RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-feature",
          checked.faults().stream().map(Fault::reason).collect(Collectors.joining("; ")) + ".", attribute == null ? "geometry" : "plot." + attribute,
          Map.of("faults", checked.faults()));
    }
    if (checked.territory() == null) {
      throw new InvalidInputException("geometry", "The place lies in none of the territories of this installation.");
    }
    return new Where(checked.territory(), checked.municipality());
  }

  void submit(Offer offer) {
    throw new UnsupportedOperationException(offer.ticket());
  }

  private Layer layer() {
    return layers.getLayer("plot", "layer");
  }

  private static ObjectNode feature(ObjectNode values, @Nullable JsonNode geometry) {
    ObjectNode feature = JsonMapper.shared().createObjectNode().put("type", "Feature");
    feature.set("properties", values);
    if (geometry != null) {
      feature.set("geometry", geometry);
    }
    return feature;
  }
}
