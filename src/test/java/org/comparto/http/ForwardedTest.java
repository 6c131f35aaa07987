package org.comparto.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Behind a proxy on this machine or in a private network, links lead back through the proxy. */
@IntegrationTest
class ForwardedTest {

  @LocalServerPort
  int port;

  @Test
  void linksLeadThroughTheProxyThatForwards() {
    String[] forwarded = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "dati.example.org", "X-Forwarded-Port", "443", "X-Forwarded-Prefix", "/gis"};
    JsonNode landing = Http.get(port, "/ogc", forwarded).json();
    for (JsonNode link : landing.path("links")) {
      assertThat(link.path("href").asString()).startsWith("https://dati.example.org/gis/");
    }
    assertThat(Http.get(port, "/ogc/api", forwarded).json().path("servers").path(0).path("url").asString())
        .isEqualTo("https://dati.example.org/gis/ogc");
    assertThat(Http.get(port, "/ogc/collections/gateway/items?limit=1", forwarded).text()).contains("\"https://dati.example.org/gis/ogc/collections/gateway/items?");
    assertThat(Http.get(port, "/ogc/collections?f=html", forwarded).text())
        .contains("href=\"/gis/css/data.css\"", "href=\"https://dati.example.org/gis/ogc/collections/plot\"")
        .doesNotContain("localhost");
  }

  @Test
  void withoutAProxyLinksAreWhatTheCallerUsed() {
    assertThat(Http.get(port, "/ogc").json().path("links").path(0).path("href").asString()).isEqualTo("http://localhost:" + port + "/ogc");
  }
}
