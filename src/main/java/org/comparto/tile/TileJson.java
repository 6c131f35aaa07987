package org.comparto.tile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * A set of vector tiles as TileJSON 3.0.0 describes it.
 *
 * @param bounds west, south, east, north in degrees; null where there is nothing
 */
record TileJson(String tilejson, String name, @Nullable String description, String attribution, String scheme, List<String> tiles,
    int minzoom, int maxzoom, @Nullable List<Double> bounds, @JsonProperty("vector_layers") List<VectorLayer> vectorLayers) {

  /** The deepest zoom that is worth asking for: beyond it the same shapes would only be drawn larger. */
  static final int MAX_ZOOM = 18;

  /** A layer of the tiles, and what is known about its features: name and kind of value. */
  record VectorLayer(String id, String description, int minzoom, int maxzoom, Map<String, String> fields) {

    static VectorLayer of(Layer layer, String language) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put(CountTiles.COUNT, "Number");
      TileValues.of(layer).forEach(attribute -> fields.put(attribute.name(), kind(attribute)));
      return new VectorLayer(layer.id(), layer.title().in(language), layer.display().minZoom(), MAX_ZOOM, fields);
    }

    private static String kind(Attribute attribute) {
      return attribute.type() == AttributeType.INTEGER || attribute.type() == AttributeType.NUMBER ? "Number"
          : attribute.type() == AttributeType.BOOLEAN ? "Boolean" : "String";
    }
  }
}
