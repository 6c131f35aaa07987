package org.comparto.tile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comparto.crs.Crs;
import org.comparto.filter.FilterLanguage;
import org.comparto.filter.Filters;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The short path of vector tiles, {@code z/x/y} of WebMercatorQuad. */
@RestController
class TileController {

  private static final String SUFFIX = ".pbf";

  private final Layers layers;
  private final Filters filters;
  private final TileAnswer answer;

  TileController(Layers layers, Filters filters, TileAnswer answer) {
    this.layers = layers;
    this.filters = filters;
    this.answer = answer;
  }

  /**
   * One tile.
   *
   * @param y with or without {@code .pbf} behind it, by which GDAL knows a tile from a whole zoom
   * @param filter CQL2 text, geometries in CRS84: only what meets it is shown, and counted where features are counted
   */
  @GetMapping("/tiles/{layer}/{z}/{x}/{y}")
  void tile(@PathVariable("layer") String layerId, @PathVariable int z, @PathVariable int x, @PathVariable String y,
      @RequestParam(defaultValue = "") String filter,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings, WebRequest request,
      HttpServletResponse response) throws IOException {
    Layer layer = layers.getLayer(layerId, "layer");
    Shown shown = filter.isBlank() ? Shown.all(layer)
        : new Shown(layer, filter, filters.parse(layer, filter, FilterLanguage.TEXT, Crs.CRS84));
    answer.send(shown, new TileCoordinate(z, x, row(y)), encodings, request, response);
  }

  private static int row(String y) {
    try {
      return Integer.parseInt(y.endsWith(SUFFIX) ? y.substring(0, y.length() - SUFFIX.length()) : y);
    } catch (NumberFormatException e) {
      throw new InvalidInputException("y", "y must be an integer");
    }
  }
}
