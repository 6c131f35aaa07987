package org.comparto.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.testing.Http;
import org.comparto.testing.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody with an account who works on proposals with a token, as a page would. What is made here is named test-proposal-…. */
final class Somebody {

  static final String NAMES = "test-proposal-%";

  private final int port;
  private final String token;
  final String name;

  private Somebody(int port, String name, String token) {
    this.port = port;
    this.name = name;
    this.token = token;
  }

  /** @param territory null for all, as the municipality */
  static Somebody named(JdbcClient db, int port, String name, String role, @Nullable String territory, @Nullable String municipality) {
    People people = new People(db, port);
    long id = people.make(name, role, territory, municipality);
    return new Somebody(port, name, people.token(id, "1 hour", "read", "propose", "review", "write", "load", "admin"));
  }

  static Somebody withToken(int port, String name, String token) {
    return new Somebody(port, name, token);
  }

  /** Removes proposals about what is named as here, or by whom, and what was published of them. */
  static void forgetAll(JdbcClient db) {
    db.sql("ALTER TABLE proposal_step DISABLE TRIGGER only_added").update();
    for (String table : List.of("notification", "proposal_comment", "proposal_step", "proposal_version")) {
      db.sql("DELETE FROM " + table).update();
    }
    db.sql("DELETE FROM proposal").update();
    db.sql("ALTER TABLE proposal_step ENABLE ALWAYS TRIGGER only_added").update();
  }

  Http.Answer begin(ObjectNode proposal) {
    return send("POST", "/api/proposals", proposal.toString());
  }

  Http.Answer get(long id) {
    return send("GET", "/api/proposals/" + id, null);
  }

  Http.Answer get(String path) {
    return send("GET", path, null);
  }

  Http.Answer save(Http.Answer read, Map<String, @Nullable Object> properties, @Nullable String geometry) {
    return save(id(read), read.header("ETag"), content(properties, geometry));
  }

  Http.Answer save(long id, String version, ObjectNode content) {
    return send("PUT", "/api/proposals/" + id, content.toString(), "If-Match", version);
  }

  /** Under the version that was read. */
  Http.Answer step(Http.Answer read, String step) {
    return step(id(read), read.header("ETag"), step, null);
  }

  Http.Answer step(long id, String version, String step, @Nullable String reason) {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("step", step);
    if (reason != null) {
      body.put("reason", reason);
    }
    return send("POST", "/api/proposals/" + id + "/steps", body.toString(), "If-Match", version);
  }

  /** Under whatever version there is. */
  Http.Answer step(long id, String step, @Nullable String reason) {
    return step(id, get(id).header("ETag"), step, reason);
  }

  Http.Answer post(String path, ObjectNode body, String... headers) {
    return send("POST", path, body.toString(), headers);
  }

  Http.Answer send(String method, String path, @Nullable String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", "Bearer " + token));
    return Http.send(port, method, path, body, all.toArray(String[]::new));
  }

  static long id(Http.Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return answer.json().path("id").asLong();
  }

  static ObjectNode content(Map<String, @Nullable Object> properties, @Nullable String geometry) {
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.set("properties", JsonMapper.shared().valueToTree(properties));
    content.set("geometry", geometry == null ? JsonMapper.shared().nullNode() : JsonMapper.shared().readTree(geometry));
    return content;
  }

  static ObjectNode proposal(String layer, Map<String, @Nullable Object> properties, @Nullable String geometry) {
    return content(properties, geometry).put("layer", layer);
  }

  static ObjectNode proposal(String layer, long feature, Map<String, @Nullable Object> properties, @Nullable String geometry) {
    return proposal(layer, properties, geometry).put("feature", feature);
  }

  static String point(double longitude, double latitude) {
    return "{\"type\":\"Point\",\"coordinates\":[" + longitude + "," + latitude + "]}";
  }

  static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  static List<String> steps(Http.Answer answer) {
    return answer.json().path("steps").valueStream().map(step -> step.path("step").asString() + " " + step.path("who").asString()).toList();
  }

  static List<String> faults(Http.Answer answer) {
    return answer.json().path("faults").valueStream().map(fault -> fault.path("rule").asString()).toList();
  }
}
