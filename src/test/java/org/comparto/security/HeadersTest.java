package org.comparto.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every kind of answer tells browsers what they may not do with it, and no answer tells how the program is made. */
@IntegrationTest
class HeadersTest {

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient db;

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  /** Pages, files, data in all forms, drawings, tiles, documents, refusals of each kind. */
  @Test
  void everyKindOfAnswerCarriesThem() {
    long plot = db.sql("SELECT min(id) FROM plot WHERE publication_status = 'published'").query(Long.class).single();
    long zone = db.sql("SELECT min(id) FROM industrial_zone WHERE publication_status = 'published'").query(Long.class).single();
    List<String> kinds = List.of("/", "/js/main.js", "/css/map.css", "/icon.svg", "/locales/it.json", "/privacy.html", "/webjars/leaflet/dist/leaflet.css", "/robots.txt", "/sitemap.xml",
        "/api/settings", "/api/plots?limit=1", "/api/plots/" + plot + "/sheet.pdf", "/api/plots/" + plot + "/map.svg", "/api/plots/compare.csv?plots=" + plot, "/api/plots/compare.xlsx?plots=" + plot,
        "/ogc?f=html", "/ogc/collections/plot/items/" + plot + "?f=html", "/ogc/collections/plot/items?limit=1", "/ogc/collections/plot/items?limit=1&f=csv", "/zones/" + zone, "/tiles/plot/6/33/22",
        "/actuator/health", "/api/offers/form", "/nothing", "/api/nothing", "/api/tokens", "/api/plots?limit=x", "/ogc/collections/nothing", "/api/inquiries/receipts/1.x", "/api/still-true/1.x");
    List<String> wrong = new ArrayList<>();
    for (String path : kinds) {
      wrong.addAll(missing("GET " + path, Http.get(port, path)));
    }
    wrong.addAll(missing("415", Http.sendAs(port, "POST", "/api/offers", "x", "text/plain")));
    wrong.addAll(missing("406", Http.get(port, "/api/settings", "Accept", "image/png")));
    wrong.addAll(missing("405", Http.send(port, "DELETE", "/api/settings", null)));
    wrong.addAll(missing("400", Http.send(port, "POST", "/api/session", "[")));
    wrong.addAll(missing("OPTIONS", Http.send(port, "OPTIONS", "/ogc/collections/plot/items", null)));
    Http.Answer tagged = Http.get(port, "/js/main.js");
    wrong.addAll(missing("304", Http.get(port, "/js/main.js", "If-Modified-Since", tagged.header("Last-Modified"))));
    wrong.addAll(missing("303", Http.get(port, "/ogc/collections/plot/items?f=html&status=")));
    assertThat(wrong).isEmpty();
  }

  @Test
  void thePolicyAllowsNoInlineScriptAndNoStyle() {
    String policy = Http.get(port, "/").header("Content-Security-Policy");
    assertThat(policy).contains("default-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors")
        .doesNotContain("unsafe-inline", "unsafe-eval", "unsafe-hashes", "*", "http:", "https:");
    for (String directive : policy.split(";")) {
      if (directive.strip().startsWith("script-src")) {
        assertThat(directive.strip().split(" ")).as("the one hash is that of the import map").hasSizeLessThanOrEqualTo(3).contains("'self'");
      }
    }
    assertThat(Http.get(port, "/").text()).doesNotContain(" onclick=", " onload=", " style=", "javascript:");
  }

  @Test
  void onlyHttpsIsToldToStayHttps() {
    assertThat(Http.get(port, "/").header("Strict-Transport-Security")).isEmpty();
    assertThat(Http.get(port, "/", "X-Forwarded-Proto", "https").header("Strict-Transport-Security")).contains("max-age=31536000");
    assertThat(Http.get(port, "/api/settings", "X-Forwarded-Proto", "https").header("Strict-Transport-Security")).contains("max-age=31536000");
  }

  /** Broken paths, bodies, parameters and headers to every endpoint, by an administrator whom nothing else stops. */
  @Test
  void noRefusalShowsHowTheProgramIsMade() {
    String admin = new People(db, port).token("admin", "read", "propose", "review", "write", "load", "audit", "admin");
    List<String> wrong = new ArrayList<>();
    for (String endpoint : Endpoints.of(context).handlers().keySet()) {
      for (String body : Endpoints.writes(endpoint) ? List.of("[", "{}", "null", "{\"surprise\": 1}", "\"\\u0000\"") : List.of("")) {
        Http.Answer answer = Http.send(port, Endpoints.method(endpoint), Endpoints.path(endpoint), body.isEmpty() ? null : body, "Authorization", "Bearer " + admin,
            "If-Match", "x", "Accept-Language", "\"'<");
        if (answer.status() >= 500 || answer.status() >= 400 && isTelling(answer.text())) {
          wrong.add(endpoint + " " + body + ": " + answer.status() + " " + answer.text());
        }
      }
    }
    for (String path : List.of("/ogc/collections/plot/items?filter=%27", "/ogc/collections/%00/items", "/api/plots?filter=%FF", "/ogc/collections/plot/items?bbox=NaN,1,2,3",
        "/tiles/plot/99/0/0", "/api/search?q=%00", "/js/../../etc/passwd", "/js/%2e%2e/%2e%2e/application.yaml", "/error", "/;jsessionid=x", "/api//settings")) {
      Http.Answer answer = Http.get(port, path);
      if (answer.status() >= 500 || answer.status() < 400 && path.contains("%2e") || isTelling(answer.text())) {
        wrong.add(path + ": " + answer.status() + " " + answer.text());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
      "FOO / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "TRACE / HTTP/1.1\r\nHost: localhost\r\nCookie: x=1\r\nConnection: close\r\n\r\n",
      "TRACK /api/settings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "GET /<script> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "nonsense\r\n\r\n"})
  void whatIsNoRequestGetsNoPage(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<html", "Apache", "Tomcat", "Cookie: x=1", "<script>");
      assertThat(isTelling(answer)).as(answer).isFalse();
    }
  }

  @Test
  void endpointsAnswerTheirOwnMethodsOnly() {
    String admin = new People(db, port).token("admin", "read", "propose", "review", "write", "load", "audit", "admin");
    List<String> wrong = new ArrayList<>();
    for (String endpoint : Endpoints.of(context).handlers().keySet()) {
      for (String method : List.of("TRACE", "PROPFIND", "TRACK")) {
        int status = Http.send(port, method, Endpoints.path(endpoint), null, "Authorization", "Bearer " + admin).status();
        if (status < 400 || status >= 500) {
          wrong.add(method + " " + endpoint + " answers " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isTelling(String text) {
    return text.matches("(?s).*(\\bat (org|java|jakarta|tools)\\.|Exception|\\.java:\\d|SQLSTATE|ERROR: |SELECT .* FROM|org\\.(springframework|postgresql|comparto)).*");
  }

  private static List<String> missing(String what, Http.Answer answer) {
    List<String> missing = new ArrayList<>();
    if (!answer.header("X-Content-Type-Options").equals("nosniff")) {
      missing.add(what + " (" + answer.status() + "): X-Content-Type-Options");
    }
    if (!answer.header("Content-Security-Policy").contains("frame-ancestors")) {
      missing.add(what + " (" + answer.status() + "): Content-Security-Policy");
    }
    if (!List.of("DENY", "SAMEORIGIN").contains(answer.header("X-Frame-Options"))) {
      missing.add(what + " (" + answer.status() + "): X-Frame-Options");
    }
    if (!answer.header("Referrer-Policy").equals("strict-origin-when-cross-origin")) {
      missing.add(what + " (" + answer.status() + "): Referrer-Policy");
    }
    if (!answer.header("Server").isEmpty() || !answer.header("X-Powered-By").isEmpty()) {
      missing.add(what + ": names its server");
    }
    return missing;
  }
}
