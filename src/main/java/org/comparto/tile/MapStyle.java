package org.comparto.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.comparto.layer.Layer;
import org.comparto.layer.Layer.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * A layer's symbols as layers of a MapLibre style (specification version 8). Hatches and dots of fills and labels are left
 * out: they would need images and fonts from a server of their own.
 */
final class MapStyle {

  /** What the map page draws with where a symbol does not say. */
  private static final Symbol PLAIN = new Symbol("#94a3b8", "#475569", 1.4, 5.0, 0.55, null, null, null, null);
  private static final List<Object> KIND = List.of("geometry-type");
  private static final List<Object> COUNT = List.of("get", CountTiles.COUNT);
  private static final Object COUNTED = List.of(">", List.of("coalesce", COUNT, 1), 1);
  private static final Object SINGLE = List.of("<=", List.of("coalesce", COUNT, 1), 1);

  private final Layer layer;
  private final String source;

  /** @param source the name of the style's source that holds the layer */
  MapStyle(Layer layer, String source) {
    this.layer = layer;
    this.source = source;
  }

  /** From below to above: fills, lines (one layer per dash, which can not depend on values), points, counts. */
  List<Map<String, Object>> layers() {
    List<Map<String, Object>> layers = new ArrayList<>();
    if (layer.geometry() == Layer.GeometryType.POLYGON || layer.geometry() == Layer.GeometryType.ANY) {
      layers.add(styleLayer("fill", "fill", List.of("==", KIND, "Polygon"), Map.of("fill-color", choose(Symbol::fill, PLAIN.fill()),
          "fill-opacity", choose(Symbol::fillOpacity, PLAIN.fillOpacity()))));
    }
    if (layer.geometry() != Layer.GeometryType.POINT) {
      dashes().forEach((dash, values) -> {
        Map<String, Object> paint = new LinkedHashMap<>(Map.of("line-color", choose(Symbol::stroke, PLAIN.stroke()),
            "line-width", choose(Symbol::strokeWidth, PLAIN.strokeWidth())));
        if (!dash.isEmpty()) {
          paint.put("line-dasharray", dash);
        }
        layers.add(styleLayer("line" + (layers.size()), "line", all(List.of("!=", KIND, "Point"), among(values)), paint));
      });
    }
    layers.add(styleLayer("point", "circle", all(List.of("==", KIND, "Point"), SINGLE), Map.of(
        "circle-color", choose(Symbol::fill, PLAIN.fill()), "circle-radius", choose(Symbol::radius, PLAIN.radius()),
        "circle-stroke-color", choose(Symbol::stroke, PLAIN.stroke()), "circle-stroke-width", 1)));
    layers.add(styleLayer("count", "circle", all(List.of("==", KIND, "Point"), COUNTED), Map.of(
        "circle-color", first(layer.style().fallback().stroke(), first(layer.style().fallback().fill(), PLAIN.stroke())),
        "circle-radius", List.of("interpolate", List.of("linear"), List.of("log10", COUNT), 0, 6, 2, 14, 5, 26),
        "circle-stroke-color", "#ffffff", "circle-stroke-width", 2, "circle-opacity", 0.85)));
    return layers;
  }

  private Map<String, Object> styleLayer(String part, String type, Object filter, Map<String, Object> paint) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("id", layer.id() + "-" + part);
    made.put("type", type);
    made.put("source", source);
    made.put("source-layer", layer.id());
    made.put("minzoom", layer.display().minZoom());
    made.put("filter", filter);
    made.put("paint", paint);
    return made;
  }

  /** One value where all symbols share it, else a choice by the attribute that chooses the symbol. */
  private <T> Object choose(Function<Symbol, @Nullable T> property, T plain) {
    T fallback = first(property.apply(layer.style().fallback()), plain);
    List<Object> match = new ArrayList<>(List.of("match", List.of("to-string", List.of("get", by()))));
    layer.style().values().forEach((value, symbol) -> {
      T own = first(property.apply(symbol), fallback);
      if (!own.equals(fallback)) {
        match.addAll(List.of(value, own));
      }
    });
    if (match.size() == 2) {
      return fallback;
    }
    match.add(fallback);
    return match;
  }

  /** The values whose lines are dashed alike; an empty list of dashes for a full line. The fallback's values are those not named. */
  private Map<List<Double>, List<String>> dashes() {
    Map<List<Double>, List<String>> dashes = new LinkedHashMap<>();
    dashes.put(dash(layer.style().fallback()), new ArrayList<>());
    layer.style().values().forEach((value, symbol) -> dashes.computeIfAbsent(dash(symbol), dash -> new ArrayList<>()).add(value));
    return dashes;
  }

  /** Descriptors give dashes in pixels, MapLibre wants widths of the line. */
  private List<Double> dash(Symbol symbol) {
    Symbol fallback = layer.style().fallback();
    List<Integer> pixels = first(symbol.dash(), first(fallback.dash(), List.of()));
    double width = first(symbol.strokeWidth(), first(fallback.strokeWidth(), PLAIN.strokeWidth()));
    return pixels.stream().map(length -> Math.round(length / width * 10) / 10.0).toList();
  }

  /** Whether the symbol is one of these; of the fallback's dash, whether it is none of the others. */
  private Object among(List<String> values) {
    List<List<String>> all = List.copyOf(dashes().values());
    if (all.size() == 1) {
      return true;
    }
    Object value = List.of("to-string", List.of("get", by()));
    if (values.equals(all.get(0))) {
      List<String> others = all.subList(1, all.size()).stream().flatMap(List::stream).toList();
      return List.of("!", List.of("in", value, List.of("literal", others)));
    }
    return List.of("in", value, List.of("literal", values));
  }

  private String by() {
    return layer.style().by() == null ? "" : layer.style().by();
  }

  private static Object all(Object one, Object other) {
    return other.equals(true) ? one : List.of("all", one, other);
  }

  private static <T> T first(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
