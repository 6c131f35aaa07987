package org.comparto.tile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.comparto.layer.Layers;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The short path of vector tiles, {@code z/x/y} of WebMercatorQuad. */
@RestController
class TileController {

  private final Layers layers;
  private final TileAnswer answer;

  TileController(Layers layers, TileAnswer answer) {
    this.layers = layers;
    this.answer = answer;
  }

  @GetMapping("/tiles/{layer}/{z}/{x}/{y}")
  void tile(@PathVariable("layer") String layerId, @PathVariable int z, @PathVariable int x, @PathVariable int y,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings, WebRequest request,
      HttpServletResponse response) throws IOException {
    answer.send(List.of(layers.getLayer(layerId, "layer")), new TileCoordinate(z, x, y), encodings, request, response);
  }
}
