package org.comparto.tile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comparto.layer.Layer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** How a tile is sent, whichever path it was asked for on: compressed if the caller reads that, and not at all if the caller has it. */
@Component
public class TileAnswer {

  public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

  private final Tiles tiles;

  TileAnswer(Tiles tiles) {
    this.tiles = tiles;
  }

  /** @param encodings the request's Accept-Encoding, empty if it has none */
  public void send(List<Layer> layers, TileCoordinate coordinate, String encodings, WebRequest request, HttpServletResponse response)
      throws IOException {
    String names = layers.size() == 1 ? layers.get(0).id() : Integer.toHexString(namesOf(layers).hashCode());
    boolean compressed = isCompressed(encodings);
    send(names, tiles.revision(layers), revision -> tiles.get(layers, coordinate, revision, compressed), compressed, request, response);
  }

  /** The same of what meets a filter. */
  void send(Shown shown, TileCoordinate coordinate, String encodings, WebRequest request, HttpServletResponse response) throws IOException {
    boolean compressed = isCompressed(encodings);
    send(shown.layer().id() + Integer.toHexString(shown.filter().hashCode()), tiles.revision(List.of(shown.layer())),
        revision -> tiles.get(shown, coordinate, revision, compressed), compressed, request, response);
  }

  private static void send(String name, String revision, Function<String, Tile> tiles, boolean compressed, WebRequest request,
      HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (request.checkNotModified("W/\"" + name + "-" + revision + "\"")) {
      return;
    }
    Tile tile = tiles.apply(revision);
    if (tile.isEmpty()) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return;
    }
    byte[] bytes = compressed ? tile.gzipped() : tile.plain();
    if (compressed) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static boolean isCompressed(String encodings) {
    return encodings.contains("gzip");
  }

  private static String namesOf(List<Layer> layers) {
    return layers.stream().map(Layer::id).collect(Collectors.joining(","));
  }
}
