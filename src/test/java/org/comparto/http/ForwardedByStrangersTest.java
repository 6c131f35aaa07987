package org.comparto.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Where only one proxy is trusted, what anybody else claims to forward is not heard. */
@IntegrationTest
@TestPropertySource(properties = "server.tomcat.remoteip.internal-proxies=192\\\\.0\\\\.2\\\\.1")
class ForwardedByStrangersTest {

  @LocalServerPort
  int port;

  @Test
  void strangersCanNotBendLinks() {
    String landing = Http.get(port, "/ogc", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example.org", "X-Forwarded-Prefix", "/evil").text();
    assertThat(landing).contains("\"http://localhost:" + port + "/ogc\"").doesNotContain("evil", "https://localhost");
  }
}
