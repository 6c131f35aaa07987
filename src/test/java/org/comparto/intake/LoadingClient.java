package org.comparto.intake;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comparto.testing.Http;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Loads files over HTTP as a script would, and takes back what it loaded. */
final class LoadingClient {

  private static final Set<String> UNDER_WAY = Set.of("checking", "applying", "rolling_back");

  private final int port;
  private final String token;
  private final List<Long> applied = new ArrayList<>();

  LoadingClient(int port, String token) {
    this.port = port;
    this.token = token;
  }

  Http.Answer send(String method, String path, @Nullable String json) {
    return Http.send(port, method, path, json, "Authorization", "Bearer " + token);
  }

  JsonNode get(String path) {
    return send("GET", path, null).json();
  }

  Http.Answer upload(String name, String content) {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/loads?name="
        + URLEncoder.encode(name, StandardCharsets.UTF_8))).header("Content-Type", "application/octet-stream")
        .header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.ofString(content)).build();
    try {
      return new Http.Answer(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends and plans; answers the load when it is checked or refused. */
  JsonNode check(String name, String content, String plan) {
    Http.Answer sent = upload(name, content);
    if (sent.status() != 201) {
      throw new AssertionError(sent.text());
    }
    return plan(sent.json().path("id").asLong(), plan);
  }

  JsonNode plan(long load, String plan) {
    return follow(send("PUT", "/api/loads/" + load + "/plan", plan), load);
  }

  JsonNode apply(JsonNode load) {
    long id = load.path("id").asLong();
    JsonNode after = follow(send("POST", "/api/loads/" + id + "/apply", null), id);
    applied.add(id);
    return after;
  }

  JsonNode rollback(JsonNode load, boolean force) {
    long id = load.path("id").asLong();
    return follow(send("POST", "/api/loads/" + id + "/rollback", "{\"force\":" + force + "}"), id);
  }

  private JsonNode follow(Http.Answer started, long load) {
    if (started.status() != 202) {
      throw new AssertionError(started.text());
    }
    return settled(load);
  }

  /** The load when no job is at it any more. */
  JsonNode settled(long load) {
    for (int i = 0; i < 2400; i++) {
      JsonNode now = get("/api/loads/" + load);
      if (!UNDER_WAY.contains(now.path("state").asString())) {
        return now;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("load " + load + " is under way for two minutes");
  }

  /** Newest first, by force: the database is again as the test found it. */
  void rollBackAll() {
    for (int i = applied.size() - 1; i >= 0; i--) {
      JsonNode load = get("/api/loads/" + applied.get(i));
      if (load.path("state").asString().equals("applied")) {
        rollback(load, true);
      }
    }
  }

  JsonNode layer(String id) {
    return get("/api/layers").path("layers").valueStream().filter(l -> l.path("id").asString().equals(id)).findFirst()
        .orElseThrow(() -> new AssertionError("no layer " + id));
  }

  long revision(String layer) {
    return layer(layer).path("revision").asLong();
  }

  /** Of all records, but for what says who changed them last. */
  String hash(JdbcClient db, String relation) {
    return db.sql("SELECT md5(coalesce(string_agg(md5(ROW(to_jsonb(r) - 'version' - 'change_id' - 'updated_at' - 'updated_by', ST_AsEWKB(geom))::text), ''"
        + " ORDER BY id), '')) FROM " + relation + " AS r").query(String.class).single();
  }
}
