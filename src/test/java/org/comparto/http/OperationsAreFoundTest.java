package org.comparto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** However an address is written, it names the operation that the standard for addresses (RFC 3986) says. */
@IntegrationTest
class OperationsAreFoundTest {

  @LocalServerPort
  int port;

  @ParameterizedTest(name = "{0} {1} is answered with {2}")
  @CsvSource({
      "GET, /tiles/plot/14/8660/5864, 20",
      "GET, /tile%73/plot/14/8660/5864, 20",
      "GET, /%6fgc/collections/plot, 200",
      "GET, /ogc/collection%73/plot, 200",
      "HEAD, /ogc/collections/plot, 200",
      "GET, /ogc, 200",
      "GET, /tiles/plot/tile.json, 200",
      "HEAD, /tiles/plot/14/8660/5864, 20",
      "OPTIONS, /ogc/collections/plot/items, 200",
      "GET, /ogc/collectionss/plot, 404",
      "GET, /tilesplot/1/1/1, 401"
  })
  void anAddressIsAnsweredHoweverItIsWritten(String method, String path, String status) throws IOException {
    // HttpClient would write them in its own way: they go over a plain socket
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes());
      assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 " + status);
    }
  }
}
