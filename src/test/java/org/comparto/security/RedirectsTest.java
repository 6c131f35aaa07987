package org.comparto.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Nobody is led away from the installation by one of its own addresses, whatever parameter, path or header asks for it. */
@IntegrationTest
class RedirectsTest {

  private static final List<String> WAYS = List.of("next", "url", "return", "returnTo", "return_to", "redirect", "redirect_uri", "continue", "target", "dest", "goto", "state", "f", "lang", "status");
  private static final List<String> ELSEWHERE = List.of("https://elsewhere.invalid/", "//elsewhere.invalid", "/\\elsewhere.invalid", "javascript:alert(1)");

  @LocalServerPort int port;
  @Autowired ApplicationContext context;

  @Test
  void noParameterLeadsAway() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String endpoint : Endpoints.of(context).handlers().keySet()) {
      if (Endpoints.method(endpoint).equals("GET")) {
        String path = Endpoints.path(endpoint).replace("/collections/999999999", "/collections/plot");
        for (String elsewhere : ELSEWHERE) {
          StringBuilder query = new StringBuilder("?f=html&zone_id=");
          WAYS.forEach(way -> query.append('&').append(way).append('=').append(java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8)));
          check(path + query, wrong);
        }
        check(path + "?f=html&status=", wrong);
      }
    }
    for (String path : List.of("//elsewhere.invalid/", "/%2f%2felsewhere.invalid/", "/ogc/..//elsewhere.invalid", "/\\elsewhere.invalid", "/webjars//elsewhere.invalid")) {
      check(path, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  /** Of a forged Host nothing is put into a redirect: a cache could hand it to others. */
  @Test
  void noForgedHostLeadsAway() throws Exception {
    String location = location("/ogc/collections/plot/items?f=html&status=&limit=5", "elsewhere.invalid");
    assertThat(location).isNotNull();
    assertThat(URI.create("http://localhost:" + port + "/").resolve(location).getHost()).isEqualTo("localhost");
    assertThat(location).endsWith("/ogc/collections/plot/items?f=html&limit=5");
  }

  private void check(String path, List<String> wrong) throws Exception {
    String location = location(path, null);
    if (location != null) {
      URI to = URI.create("http://localhost:" + port + "/").resolve(location.replace("\\", "/"));
      if (!"localhost".equals(to.getHost()) || !to.getScheme().equals("http")) {
        wrong.add(path + " leads to " + location);
      }
    }
  }

  /** Null where nobody is redirected. */
  private String location(String path, String host) throws Exception {
    try (java.net.Socket socket = new java.net.Socket("localhost", port)) {
      socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + (host == null ? "localhost:" + port : host) + "\r\nConnection: close\r\n\r\n")
          .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readNBytes(4000), java.nio.charset.StandardCharsets.ISO_8859_1);
      String head = answer.split("\r\n\r\n", 2)[0];
      return head.startsWith("HTTP/1.1 3") ? head.lines().filter(line -> line.toLowerCase().startsWith("location:")).map(line -> line.substring(9).strip()).findFirst().orElse(null) : null;
    }
  }
}
