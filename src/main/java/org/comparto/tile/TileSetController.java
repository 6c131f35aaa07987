package org.comparto.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.layer.Layer;
import org.comparto.layer.Layer.GeometryType;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a map needs to know to draw tiles: TileJSON and MapLibre styles, of one layer and of all. */
@RestController
class TileSetController {

  private static final String ALL = "comparto";
  /** As the map page paints them: the background first, areas below lines below points, thematic layers below core layers. */
  private static final Comparator<Layer> PAINTED = Comparator.comparing((Layer layer) -> !layer.group().equals("background"))
      .thenComparing((Layer layer) -> List.of(GeometryType.POLYGON, GeometryType.LINE, GeometryType.ANY, GeometryType.POINT).indexOf(layer.geometry()))
      .thenComparing(layer -> layer.kind() == Layer.Kind.CORE).thenComparing(Layer::order);

  private final Layers layers;
  private final LayerFigures figures;

  TileSetController(Layers layers, LayerFigures figures) {
    this.layers = layers;
    this.figures = figures;
  }

  @GetMapping("/tiles/{layer}/tile.json")
  ResponseEntity<TileJson> tileJson(@PathVariable("layer") String layerId, Locale locale) {
    Layer layer = layers.getLayer(layerId, "layer");
    String language = locale.getLanguage();
    return fresh(new TileJson("3.0.0", layer.title().in(language), layer.description().in(language), layer.source().in(language), "xyz",
        List.of(to("/tiles/" + layer.id() + "/{z}/{x}/{y}")), layer.display().minZoom(), TileJson.MAX_ZOOM, figures.of(layer).bounds(),
        List.of(TileJson.VectorLayer.of(layer, language))));
  }

  @GetMapping("/tiles/tile.json")
  ResponseEntity<TileJson> tileJsonOfAll(Locale locale) {
    String language = locale.getLanguage();
    return fresh(new TileJson("3.0.0", "Comparto", null,
        layers.all().stream().map(layer -> layer.source().in(language)).distinct().collect(Collectors.joining("; ")), "xyz",
        List.of(to("/ogc/tiles/WebMercatorQuad/{z}/{y}/{x}")), 0, TileJson.MAX_ZOOM, boundsOfAll(),
        layers.all().stream().map(layer -> TileJson.VectorLayer.of(layer, language)).toList()));
  }

  @GetMapping("/tiles/{layer}/style.json")
  ResponseEntity<Map<String, Object>> style(@PathVariable("layer") String layerId, Locale locale) {
    Layer layer = layers.getLayer(layerId, "layer");
    return fresh(style(layer.title().in(locale.getLanguage()), layer.id(), to("/tiles/" + layer.id() + "/tile.json"),
        new MapStyle(layer, layer.id()).layers()));
  }

  /** Only of layers that are shown when the map page is opened. */
  @GetMapping("/tiles/style.json")
  ResponseEntity<Map<String, Object>> styleOfAll() {
    List<Map<String, Object>> all = new ArrayList<>();
    layers.all().stream().filter(layer -> layer.display().visible()).sorted(PAINTED).forEach(layer -> all.addAll(new MapStyle(layer, ALL).layers()));
    return fresh(style("Comparto", ALL, to("/tiles/tile.json"), all));
  }

  private static Map<String, Object> style(String name, String source, String url, List<Map<String, Object>> styleLayers) {
    Map<String, Object> style = new LinkedHashMap<>();
    style.put("version", 8);
    style.put("name", name);
    style.put("sources", Map.of(source, Map.of("type", "vector", "url", url)));
    style.put("layers", styleLayers);
    return style;
  }

  private @Nullable List<Double> boundsOfAll() {
    List<List<Double>> all = layers.all().stream().map(layer -> figures.of(layer).bounds()).filter(bounds -> bounds != null).toList();
    return all.stream().reduce((a, b) -> List.of(Math.min(a.get(0), b.get(0)), Math.min(a.get(1), b.get(1)),
        Math.max(a.get(2), b.get(2)), Math.max(a.get(3), b.get(3)))).orElse(null);
  }

  /** Braces stay as they are: they are for the caller to fill. */
  private static String to(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + path;
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
  }
}
