package org.comparto.history;

import java.util.Map;
import org.comparto.testing.Http;
import org.comparto.testing.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody of one role at work with a token. What is made here has a code that begins with test-history-. */
record Desk(int port, String token) {

  static final String CODES = "test-history-%";

  static Desk of(JdbcClient db, int port, String role, String... scopes) {
    return new Desk(port, new People(db, port).token(role, scopes));
  }

  Http.Answer history(String layer, long id, String rest) {
    return get("/api/history/" + layer + "/" + id + rest);
  }

  Http.Answer get(String path) {
    return Http.get(port, path, "Authorization", "Bearer " + token);
  }

  /** @param tag null for no If-Match */
  Http.Answer restore(String layer, long id, int version, @Nullable String tag, String reason) {
    String body = JsonMapper.shared().createObjectNode().put("version", version).put("reason", reason).toString();
    String path = "/api/history/" + layer + "/" + id + "/restore";
    return tag == null ? Http.send(port, "POST", path, body, "Authorization", "Bearer " + token)
        : Http.send(port, "POST", path, body, "Authorization", "Bearer " + token, "If-Match", tag);
  }

  /** Creates a feature and answers with its id. */
  long create(String layer, String geometry, Map<String, Object> properties) {
    Http.Answer made = Http.sendAs(port, "POST", items(layer), feature(geometry, properties), "application/geo+json", "Authorization", "Bearer " + token);
    if (made.status() != 201) {
      throw new AssertionError(made.text());
    }
    return Long.parseLong(made.header("Location").substring(made.header("Location").lastIndexOf('/') + 1));
  }

  Http.Answer patch(String layer, long id, String patch, String... headers) {
    return write("PATCH", layer, id, Http.get(port, items(layer) + "/" + id).header("ETag"), patch, headers);
  }

  Http.Answer write(String method, String layer, long id, String tag, @Nullable String body, String... headers) {
    String[] all = new String[headers.length + 4];
    System.arraycopy(headers, 0, all, 4, headers.length);
    all[0] = "Authorization";
    all[1] = "Bearer " + token;
    all[2] = "If-Match";
    all[3] = tag;
    return Http.sendAs(port, method, items(layer) + "/" + id, body,
        body == null ? null : method.equals("PATCH") ? "application/merge-patch+json" : "application/geo+json", all);
  }

  void retire(String layer, long id) {
    Http.Answer answer = write("DELETE", layer, id, Http.get(port, items(layer) + "/" + id).header("ETag"), null);
    if (answer.status() != 204) {
      throw new AssertionError(answer.text());
    }
  }

  JsonNode read(String layer, long id) {
    return Http.get(port, items(layer) + "/" + id).json();
  }

  static String items(String layer) {
    return "/ogc/collections/" + layer + "/items";
  }

  static String feature(String geometry, Map<String, Object> properties) {
    ObjectNode feature = JsonMapper.shared().createObjectNode().put("type", "Feature");
    feature.set("geometry", JsonMapper.shared().readTree(geometry));
    feature.set("properties", JsonMapper.shared().valueToTree(properties));
    return feature.toString();
  }

  static String properties(String name, @Nullable Object value) {
    ObjectNode patch = JsonMapper.shared().createObjectNode();
    patch.putObject("properties").set(name, JsonMapper.shared().valueToTree(value));
    return patch.toString();
  }
}
