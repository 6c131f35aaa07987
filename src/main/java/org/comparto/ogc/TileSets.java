package org.comparto.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.comparto.tile.TileAnswer;
import org.comparto.tile.TileCoordinate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets of tiles as OGC Two Dimensional Tile Matrix Set and Tile Set Metadata 2.0 (17-083r4) describes them. */
@Component
class TileSets {

  static final String VECTOR_TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  private static final String TILING_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  /** The deepest zoom that tile sets announce; deeper tiles are given too. */
  private static final int DEEPEST_ANNOUNCED = 18;

  /** A link that may be a template to fill. */
  record TileLink(String href, String rel, String type, @Nullable String title, @Nullable Boolean templated) {

    static TileLink to(String path, String rel, String type, @Nullable String title) {
      return new TileLink(Link.to(path), rel, type, title, null);
    }
  }

  /** What a list says of a tile set. */
  record Item(String title, String dataType, String crs, String tileMatrixSetURI, List<TileLink> links) {}

  /** A list of tile sets. */
  record ItemList(List<TileLink> links, List<Item> tilesets) {}

  /** One tile set. */
  record TileSet(String title, String dataType, String crs, String tileMatrixSetURI, String tileMatrixSetId,
      List<TileLink> links, @Nullable Box boundingBox, List<Limits> tileMatrixSetLimits, List<TileLayer> layers) {}

  /** West and south, east and north in degrees. */
  record Box(List<Double> lowerLeft, List<Double> upperRight, String crs) {}

  /** Between which rows and columns there can be anything at one zoom. */
  record Limits(String tileMatrix, int minTileRow, int maxTileRow, int minTileCol, int maxTileCol) {}

  /** One layer of the tiles, and a JSON schema of its features' attributes. */
  record TileLayer(String id, String title, String dataType, @Nullable Integer geometryDimension, String minTileMatrix, String maxTileMatrix,
      Map<String, Object> propertiesSchema) {}

  private final LayerFigures figures;

  TileSets(LayerFigures figures) {
    this.figures = figures;
  }

  /** @param base the path of the list, for instance {@code /ogc/tiles} */
  static ItemList list(String title, String base) {
    String path = base + "/" + WebMercatorQuad.ID;
    Item only = new Item(title, "vector", WebMercatorQuad.CRS, WebMercatorQuad.URI,
        List.of(TileLink.to(path, "self", Link.JSON, null), tilingScheme(), template(path, "")));
    return new ItemList(List.of(TileLink.to(base, "self", Link.JSON, null)), List.of(only));
  }

  /**
   * Describes the tiles of some layers.
   *
   * @param base the path of the list that the set is in
   * @param query what a tile's address ends with, empty or beginning with a question mark
   * @param tileJson the path of the same as TileJSON
   * @param style the path of a MapLibre style of it
   */
  TileSet of(List<Layer> layers, String title, String base, String query, String tileJson, String style, String language) {
    String path = base + "/" + WebMercatorQuad.ID;
    List<TileLink> links = new ArrayList<>(List.of(
        new TileLink(Link.to(path) + query, "self", Link.JSON, null, null), tilingScheme(), template(path, query)));
    if (query.isEmpty()) {
      links.add(TileLink.to(tileJson, "describedby", Link.JSON, "TileJSON"));
      links.add(TileLink.to(style, "alternate", "application/vnd.mapbox.style+json", "MapLibre"));
    }
    int minZoom = layers.stream().mapToInt(layer -> layer.display().minZoom()).min().orElse(0);
    List<Double> bounds = bounds(layers);
    return new TileSet(title, "vector", WebMercatorQuad.CRS, WebMercatorQuad.URI, WebMercatorQuad.ID, links,
        bounds == null ? null : new Box(bounds.subList(0, 2), bounds.subList(2, 4), CRS84), limits(bounds, minZoom),
        layers.stream().map(layer -> tileLayer(layer, language)).toList());
  }

  private static TileLink tilingScheme() {
    return TileLink.to("/ogc/tileMatrixSets/" + WebMercatorQuad.ID, TILING_SCHEME, Link.JSON, null);
  }

  private static TileLink template(String path, String query) {
    return new TileLink(Link.to(path) + "/{tileMatrix}/{tileRow}/{tileCol}" + query, "item", TileAnswer.MEDIA_TYPE, null, true);
  }

  private @Nullable List<Double> bounds(List<Layer> layers) {
    return layers.stream().map(layer -> figures.of(layer).bounds()).filter(bounds -> bounds != null)
        .reduce((a, b) -> List.of(Math.min(a.get(0), b.get(0)), Math.min(a.get(1), b.get(1)),
            Math.max(a.get(2), b.get(2)), Math.max(a.get(3), b.get(3)))).orElse(null);
  }

  private static List<Limits> limits(@Nullable List<Double> bounds, int minZoom) {
    return bounds == null ? List.of() : IntStream.rangeClosed(minZoom, DEEPEST_ANNOUNCED).mapToObj(z -> {
      TileCoordinate northWest = TileCoordinate.holding(z, bounds.get(0), bounds.get(3));
      TileCoordinate southEast = TileCoordinate.holding(z, bounds.get(2), bounds.get(1));
      return new Limits(String.valueOf(z), northWest.y(), southEast.y(), northWest.x(), southEast.x());
    }).toList();
  }

  private static TileLayer tileLayer(Layer layer, String language) {
    Map<String, Object> properties = new LinkedHashMap<>();
    layer.publicAttributes().stream().filter(Attribute::tile)
        .forEach(a -> properties.put(a.name(), Map.of("title", a.title().in(language), "type", jsonType(a.type()))));
    properties.put("feature_count", Map.of("title", language.equals("it") ? "Elementi rappresentati" : "Features stood for", "type", "integer"));
    Integer dimension = layer.geometry() == Layer.GeometryType.ANY ? null : layer.geometry().ordinal();
    return new TileLayer(layer.id(), layer.title().in(language), "vector", dimension, String.valueOf(layer.display().minZoom()),
        String.valueOf(DEEPEST_ANNOUNCED), Map.of("type", "object", "properties", properties));
  }

  private static String jsonType(AttributeType type) {
    return switch (type) {
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      default -> "string";
    };
  }
}
