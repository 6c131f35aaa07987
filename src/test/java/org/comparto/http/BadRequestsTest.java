package org.comparto.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every mistake of a caller is answered with a problem that names the parameter; none with 500 or a stack trace. */
@IntegrationTest
class BadRequestsTest {

  @LocalServerPort
  int port;

  @ParameterizedTest(name = "{0} is {1}, naming {2}")
  @CsvSource(quoteCharacter = '`', value = {
      "`/ogc/collections/plot/items?bbox=10,45,11`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=10,45,11,46,47`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=,,,`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=NaN,45,11,46`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=-Infinity,45,11,46`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=1e999,45,11,46`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=10d,45,11,46`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=45,10,46,100`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=500000,5000000,510000,5010000`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=10,46,11,45`, 400, bbox",
      "`/ogc/collections/plot/items?bbox=10,45,11,46&bbox=1,2,3,4`, 400, bbox",
      "`/ogc/collections/plot/items?limit=-1`, 400, limit",
      "`/ogc/collections/plot/items?limit=0`, 400, limit",
      "`/ogc/collections/plot/items?limit=x`, 400, limit",
      "`/ogc/collections/plot/items?limit=1.5`, 400, limit",
      "`/ogc/collections/plot/items?limit=`, 400, limit",
      "`/ogc/collections/plot/items?limit=10%3BDROP%20TABLE%20plot`, 400, limit",
      "`/ogc/collections/plot/items?after=x`, 400, after",
      "`/ogc/collections/plot/items?after=-5`, 400, after",
      "`/ogc/collections/plot/items?colour=red`, 400, colour",
      "`/ogc/collections/plot/items?BBOX=10,45,11,46`, 400, BBOX",
      "`/ogc/collections/plot/items?properties=nothing`, 400, properties",
      "`/ogc/collections/plot/items?properties=owner_contact`, 400, properties",
      "`/ogc/collections/plot/items?properties=code%22%20FROM%20plot--`, 400, properties",
      "`/ogc/collections/plot/items/abc`, 400, featureId",
      "`/ogc/collections/plot/items/99999999999999999999`, 400, featureId",
      "`/ogc/collections/plot/items/-1`, 404, featureId",
      "`/ogc/collections/nowhere`, 404, collectionId",
      "`/ogc/collections/nowhere/items`, 404, collectionId",
      "`/ogc/collections/plot'%20OR%20'1'='1/items`, 404, collectionId",
      "`/ogc/collections/pg_shadow/items`, 404, collectionId",
      "`/tiles/nowhere/1/1/1`, 404, layer",
      "`/tiles/plot%22/1/1/1`, 404, layer",
      "`/tiles/plot/99/1/1`, 400, z",
      "`/tiles/plot/-1/0/0`, 400, z",
      "`/tiles/plot/x/0/0`, 400, z",
      "`/tiles/plot/3/8/0`, 400, x",
      "`/tiles/plot/3/0/8`, 400, y",
      "`/tiles/plot/3/0/-1`, 400, y",
      "`/tiles/plot/3/0/.pbf`, 400, y",
      "`/tiles/plot/3/0/8.pbf`, 400, y",
      "`/tiles/plot/3/0/0?layer=zone`, 400, layer",
      "`/tiles/plot;DROP%20TABLE%20plot/1/1/1`, 400, path",
      "`/tiles/%00/1/1/1`, 400, path",
      "`/ogc/collections/../../etc/passwd`, 400, path",
      "`/api/search`, 400, q",
      "`/api/search?q=`, 400, q",
      "`/api/search?q=%00`, 400, q",
      "`/api/search?q=a&limit=1000`, 400, limit",
      "`/api/layers?lang=it`, 400, lang",
  })
  void aMistakeNamesItsParameter(String path, int status, String parameter) {
    Http.Answer answer = Http.get(port, path);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("Exception");
    assertThat(answer.text()).doesNotContain("org.comparto").doesNotContain("java.");
  }

  @ParameterizedTest(name = "{0} is refused")
  @CsvSource({"/ogc/collections/plot/items?bbox={1}", "/tiles/plot/1|1/1/1", "/ogc/collections/pl<b>ot", "/ogc/collections/plot/items?limit=%zz"})
  void addressesThatAreNoAddressesAreRefusedWithoutATrace(String path) throws Exception {
    // HttpClient would not send these: they go over a plain socket
    try (java.net.Socket socket = new java.net.Socket("localhost", port)) {
      socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes());
      String answer = new String(socket.getInputStream().readAllBytes());
      assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain("Exception").doesNotContain("at org.").contains("application/problem+json");
    }
  }
}
