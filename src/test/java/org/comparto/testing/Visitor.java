package org.comparto.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a browser: keeps the session's cookie, and sends its CSRF token with what writes. */
public final class Visitor {

  public static final String COOKIE = "comparto-session";

  private final int port;
  private String cookie = "";
  private String csrf = "";
  private String further = "";

  private Visitor(int port) {
    this.port = port;
  }

  public static Visitor anonymous(int port) {
    return new Visitor(port);
  }

  /** @throws AssertionError if the application does not let them in */
  public static Visitor signedIn(int port, String username, String password) {
    Visitor visitor = new Visitor(port);
    Http.Answer answer = visitor.signIn(username, password);
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return visitor;
  }

  public Http.Answer signIn(String username, String password) {
    Http.Answer answer = send("POST", "/api/session",
        JsonMapper.shared().createObjectNode().put("username", username).put("password", password).toString());
    if (answer.status() == 200) {
      csrf = answer.json().path("csrf").path("token").asString();
    }
    return answer;
  }

  public Http.Answer get(String path) {
    return send("GET", path, null);
  }

  public JsonNode session() {
    return get("/api/session").json();
  }

  /** @param json null for no body */
  public Http.Answer send(String method, String path, @Nullable String json, String... furtherHeaders) {
    return sendAs(method, path, json, json == null ? null : "application/json", furtherHeaders);
  }

  /** @param type the Content-Type of the body; null says none */
  public Http.Answer sendAs(String method, String path, @Nullable String body, @Nullable String type, String... furtherHeaders) {
    List<String> headers = new ArrayList<>(List.of(furtherHeaders));
    String cookies = (cookie.isEmpty() ? "" : COOKIE + "=" + cookie + "; ") + further;
    if (!cookies.isEmpty()) {
      headers.addAll(List.of("Cookie", cookies));
    }
    if (!csrf.isEmpty() && !method.equals("GET")) {
      headers.addAll(List.of("X-CSRF-TOKEN", csrf));
    }
    Http.Answer answer = Http.sendAs(port, method, path, body, type, headers.toArray(String[]::new));
    if (!answer.cookie(COOKIE).isEmpty()) {
      cookie = answer.cookie(COOKIE);
    }
    return answer;
  }

  public String cookie() {
    return cookie;
  }

  public Visitor withCookie(String value) {
    cookie = value;
    return this;
  }

  /** @param pair name=value, sent besides the session's own */
  public Visitor withFurtherCookie(String pair) {
    further = pair;
    return this;
  }

  /** After a session has begun or changed its id by another way than {@link #signIn}. */
  public Visitor takeCsrf() {
    csrf = session().path("csrf").path("token").asString("");
    return this;
  }

  public Visitor withoutCsrf() {
    csrf = "";
    return this;
  }
}
