package org.comparto.tile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The short path of vector tiles, {@code z/x/y} of WebMercatorQuad. */
@RestController
class TileController {

  static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

  private final Layers layers;
  private final Tiles tiles;

  TileController(Layers layers, Tiles tiles) {
    this.layers = layers;
    this.tiles = tiles;
  }

  @GetMapping("/tiles/{layer}/{z}/{x}/{y}")
  void tile(@PathVariable("layer") String layerId, @PathVariable int z, @PathVariable int x, @PathVariable int y,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings, WebRequest request,
      HttpServletResponse response) throws IOException {
    Layer layer = layers.getLayer(layerId, "layer");
    TileCoordinate coordinate = new TileCoordinate(z, x, y);
    long revision = tiles.revision(layer);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (request.checkNotModified("W/\"" + layerId + "-" + revision + "\"")) {
      return;
    }
    Tile tile = tiles.get(layer, coordinate, revision);
    if (tile.isEmpty()) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return;
    }
    byte[] bytes = tile.gzipped();
    if (encodings.contains("gzip")) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    } else {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
