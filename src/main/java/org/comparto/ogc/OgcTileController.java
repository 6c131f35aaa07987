package org.comparto.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.tile.TileAnswer;
import org.comparto.tile.TileCoordinate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** OGC API - Tiles: tile matrix sets, sets of tiles, and tiles by matrix, row and column, of one collection and of all together. */
@RestController
class OgcTileController {

  /** What a list says of a tile matrix set. */
  record MatrixSetItem(String id, String title, String uri, String crs, List<Link> links) {}

  /** All tile matrix sets. */
  record MatrixSets(List<MatrixSetItem> tileMatrixSets) {}

  private final Layers layers;
  private final TileSets tileSets;
  private final TileAnswer answer;

  OgcTileController(Layers layers, TileSets tileSets, TileAnswer answer) {
    this.layers = layers;
    this.tileSets = tileSets;
    this.answer = answer;
  }

  @GetMapping("/ogc/tileMatrixSets")
  ResponseEntity<MatrixSets> tileMatrixSets() {
    return fresh(new MatrixSets(List.of(new MatrixSetItem(WebMercatorQuad.ID, WebMercatorQuad.TITLE, WebMercatorQuad.URI, WebMercatorQuad.CRS,
        List.of(new Link(Link.to("/ogc/tileMatrixSets/" + WebMercatorQuad.ID), "self", Link.JSON, null))))));
  }

  @GetMapping("/ogc/tileMatrixSets/{tileMatrixSetId}")
  ResponseEntity<WebMercatorQuad.Definition> tileMatrixSet(@PathVariable String tileMatrixSetId) {
    requireKnown(tileMatrixSetId);
    return fresh(WebMercatorQuad.definition());
  }

  @GetMapping("/ogc/collections/{collectionId}/tiles")
  ResponseEntity<TileSets.ItemList> tileSetsOf(@PathVariable String collectionId, Locale locale) {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    return fresh(TileSets.list(layer.title().in(locale.getLanguage()), tilesOf(layer)));
  }

  @GetMapping("/ogc/collections/{collectionId}/tiles/{tileMatrixSetId}")
  ResponseEntity<TileSets.TileSet> tileSetOf(@PathVariable String collectionId, @PathVariable String tileMatrixSetId, Locale locale) {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    requireKnown(tileMatrixSetId);
    String language = locale.getLanguage();
    return fresh(tileSets.of(List.of(layer), layer.title().in(language), tilesOf(layer), "", "/tiles/" + layer.id() + "/tile.json",
        "/tiles/" + layer.id() + "/style.json", language));
  }

  @GetMapping("/ogc/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
  void tileOf(@PathVariable String collectionId, @PathVariable String tileMatrixSetId, @PathVariable int tileMatrix, @PathVariable int tileRow,
      @PathVariable int tileCol, @RequestParam @Nullable String f,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings, WebRequest request, HttpServletResponse response)
      throws IOException {
    List<Layer> one = List.of(layers.getLayer(collectionId, "collectionId"));
    requireKnown(tileMatrixSetId);
    requireVectorTile(f);
    answer.send(one, TileCoordinate.ofRowAndColumn(tileMatrix, tileRow, tileCol), encodings, request, response);
  }

  @GetMapping("/ogc/tiles")
  ResponseEntity<TileSets.ItemList> tileSets() {
    return fresh(TileSets.list("Comparto", "/ogc/tiles"));
  }

  @GetMapping("/ogc/tiles/{tileMatrixSetId}")
  ResponseEntity<TileSets.TileSet> tileSet(@PathVariable String tileMatrixSetId, @RequestParam @Nullable String collections, Locale locale) {
    requireKnown(tileMatrixSetId);
    return fresh(tileSets.of(choose(collections), "Comparto", "/ogc/tiles", collections == null ? "" : "?collections=" + collections,
        "/tiles/tile.json", "/tiles/style.json", locale.getLanguage()));
  }

  @GetMapping("/ogc/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
  void tile(@PathVariable String tileMatrixSetId, @PathVariable int tileMatrix, @PathVariable int tileRow, @PathVariable int tileCol,
      @RequestParam @Nullable String collections, @RequestParam @Nullable String f,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings, WebRequest request, HttpServletResponse response)
      throws IOException {
    requireKnown(tileMatrixSetId);
    requireVectorTile(f);
    answer.send(choose(collections), TileCoordinate.ofRowAndColumn(tileMatrix, tileRow, tileCol), encodings, request, response);
  }

  /** Those that are named, each once, in the catalogue's order; all where none is. */
  private List<Layer> choose(@Nullable String collections) {
    if (collections == null) {
      return layers.all();
    }
    List<Layer> named = Arrays.stream(collections.split(",", -1)).map(id -> layers.findLayer(id).orElseThrow(() ->
        new InvalidInputException("collections", "There is no collection \"" + id + "\"; /ogc/collections lists those there are."))).toList();
    return layers.all().stream().filter(named::contains).toList();
  }

  private static String tilesOf(Layer layer) {
    return "/ogc/collections/" + layer.id() + "/tiles";
  }

  private static void requireKnown(String tileMatrixSetId) {
    if (!tileMatrixSetId.equals(WebMercatorQuad.ID)) {
      throw new NotFoundException("tileMatrixSetId", "There is no tile matrix set \"" + tileMatrixSetId + "\"; there is " + WebMercatorQuad.ID);
    }
  }

  private static void requireVectorTile(@Nullable String format) {
    if (format != null && !format.equals("mvt")) {
      throw new InvalidInputException("f", "f is \"" + format + "\"; tiles are given as mvt");
    }
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
  }
}
