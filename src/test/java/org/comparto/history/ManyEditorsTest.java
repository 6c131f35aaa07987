package org.comparto.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fifty editors work on the same twenty features, by PATCH, PUT, restoring and proposals, and merge when they come too late. Each writes
 * the number it has read plus one, so that a lost update is a number that occurs twice. -Dcomparto.editors.seconds=60 for the full minute.
 */
@IntegrationTest
class ManyEditorsTest {

  private static final int EDITORS = 50;
  private static final int FEATURES = 20;
  private static final int SECONDS = Integer.getInteger("comparto.editors.seconds", 10);
  private static final int TRIES = 6;
  private static final String LAYER = "gateway";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;

  private final List<Editor> editors = new ArrayList<>();
  private final List<Long> features = new ArrayList<>();
  /** What was accepted, by the words that its version carries as reason. */
  private final Map<String, Long> accepted = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();

  @BeforeEach
  void twentyFeaturesAndFiftyEditors() {
    People people = new People(db, port);
    for (int i = 0; i < EDITORS; i++) {
      long account = people.make("test-editor-" + i, "desk", null);
      editors.add(new Editor(i, new Desk(port, people.token(account, "1 hour", "read", "propose", "review", "write"))));
    }
    Map<String, Object> start = db.sql("SELECT ST_X(geom) AS x, ST_Y(geom) AS y FROM gateway ORDER BY id LIMIT 1").query().singleRow();
    for (int i = 0; i < FEATURES; i++) {
      features.add(editors.get(0).desk().create(LAYER, "{\"type\":\"Point\",\"coordinates\":[%s,%s]}".formatted(
          ((Number) start.get("x")).doubleValue() + i * 1e-4, start.get("y")),
          Map.of("code", "test-history-" + i, "gateway_kind", "toll_gate", "name", "n 0")));
    }
  }

  @AfterEach
  void nothingStays() {
    db.sql("ALTER TABLE proposal_step DISABLE TRIGGER only_added").update();
    for (String table : List.of("notification", "proposal_comment", "proposal_step", "proposal_version", "proposal")) {
      db.sql("DELETE FROM " + table).update();
    }
    db.sql("ALTER TABLE proposal_step ENABLE ALWAYS TRIGGER only_added").update();
    Committed.write(transactions, db.sql("DELETE FROM gateway WHERE code LIKE '" + Desk.CODES + "'"));
    new People(db, port).remove();
  }

  @Test
  void nothingIsLostDeadlockedOrFailed() throws Exception {
    long deadlocks = deadlocks();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
    List<Callable<Void>> work = new ArrayList<>();
    for (Editor editor : editors) {
      work.add(() -> {
        while (System.nanoTime() - end < 0) {
          editor.work(features.get(ThreadLocalRandom.current().nextInt(FEATURES)));
        }
        return null;
      });
    }
    for (Future<Void> one : threads.invokeAll(work, SECONDS + 120, TimeUnit.SECONDS)) {
      one.get();
    }
    threads.shutdown();

    assertThat(deadlocks()).isEqualTo(deadlocks);
    for (String way : List.of("patch 204", "put 204", "restore 200", "proposal 201")) {
      assertThat(answers).containsKey(way);
    }
    Set<String> inHistory = ConcurrentHashMap.newKeySet();
    for (long feature : features) {
      checkHistory(feature, inHistory);
    }
    assertThat(inHistory).as("every accepted change is there").isEqualTo(accepted.keySet());
  }

  /** @param reason the words of the change that made it; null for the first */
  private record Kept(int version, int number, String reason) {}

  private void checkHistory(long feature, Set<String> inHistory) {
    List<Kept> versions = db.sql("""
        SELECT version, CAST(substr(name, 3) AS integer) AS number, reason
        FROM (SELECT version, name, change_id FROM gateway WHERE id = :id
              UNION ALL SELECT version, attributes ->> 'name', made_by FROM feature_history WHERE layer_id = 'gateway' AND feature_id = :id) AS kept
        JOIN change ON change.id = change_id ORDER BY version""").param("id", feature).query(Kept.class).list();
    for (int i = 0; i < versions.size(); i++) {
      Kept kept = versions.get(i);
      assertThat(kept.version()).as("versions of %s have no gap", feature).isEqualTo(i);
      if (i == 0) {
        continue;
      }
      String token = kept.reason().replaceFirst("^version \\d+ restored: ", "");
      assertThat(inHistory.add(token)).as("%s is there once", token).isTrue();
      assertThat(accepted.get(token)).as(kept.reason()).isEqualTo(feature);
      int expected = token.equals(kept.reason()) ? versions.get(i - 1).number() + 1
          : versions.get(Integer.parseInt(kept.reason().split(" ")[1])).number();
      assertThat(kept.number()).as("version %s of %s, %s", i, feature, kept.reason()).isEqualTo(expected);
    }
    assertThat(accepted.values().stream().filter(id -> id == feature).count()).isEqualTo(versions.size() - 1);
  }

  private long deadlocks() {
    return db.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()").query(Long.class).single();
  }

  /** One of the fifty. */
  private final class Editor {

    private final int number;
    private final Desk desk;
    private int done;

    Editor(int number, Desk desk) {
      this.number = number;
      this.desk = desk;
    }

    Desk desk() {
      return desk;
    }

    void work(long feature) {
      String token = "editor " + number + ", change " + done++;
      int way = ThreadLocalRandom.current().nextInt(100);
      for (int i = 0; i < TRIES; i++) {
        int status = way < 50 ? patch(feature, token) : way < 75 ? put(feature, token) : way < 90 ? restore(feature, token) : propose(feature, token);
        if (status != 412) {
          return;
        }
      }
    }

    private int patch(long feature, String token) {
      Http.Answer read = count("get", desk.get(Desk.items(LAYER) + "/" + feature));
      String body = Desk.properties("name", "n " + (number(read.json()) + 1));
      return changed("patch", feature, token, desk.write("PATCH", LAYER, feature, read.header("ETag"), body, "Comparto-Reason", reason(token)));
    }

    private int put(long feature, String token) {
      Http.Answer read = count("get", desk.get(Desk.items(LAYER) + "/" + feature));
      ObjectNode whole = (ObjectNode) read.json();
      ((ObjectNode) whole.path("properties")).put("name", "n " + (number(whole) + 1));
      JsonNode point = whole.path("geometry").path("coordinates");
      ((ObjectNode) whole.path("geometry")).set("coordinates", JsonMapper.shared().createArrayNode()
          .add(point.path(0).asDouble() + ThreadLocalRandom.current().nextInt(-9, 10) * 1e-6).add(point.path(1).asDouble()));
      return changed("put", feature, token, desk.write("PUT", LAYER, feature, read.header("ETag"), whole.toString(), "Comparto-Reason", reason(token)));
    }

    private int changed(String way, long feature, String token, Http.Answer answer) {
      count(way, answer);
      if (answer.status() == 204) {
        accepted.put(token, feature);
      } else if (answer.status() == 412) {
        assertThat(answer.json().path("current").path("properties").path("name").asString()).startsWith("n ");
      }
      return answer.status();
    }

    private int restore(long feature, String token) {
      Http.Answer history = count("get", desk.history(LAYER, feature, "?limit=20"));
      JsonNode versions = history.json().path("versions");
      int wanted = versions.path(ThreadLocalRandom.current().nextInt(versions.size())).path("version").asInt();
      Http.Answer answer = count("restore", desk.restore(LAYER, feature, wanted, history.header("ETag"), token));
      if (answer.status() == 200 && answer.json().path("version").asInt() > history.json().path("version").asInt()) {
        accepted.put(token, feature); // what is as it was already is no change
      }
      return answer.status();
    }

    /** Proposed by this editor, approved and published by the next; taken over onto what others have published meanwhile. */
    private int propose(long feature, String token) {
      Http.Answer read = count("get", desk.get(Desk.items(LAYER) + "/" + feature));
      Http.Answer step = count("proposal", call("POST", "/api/proposals",
          content(read.json(), token).put("layer", LAYER).put("feature", feature).toString(), null));
      if (step.status() != 201) {
        return step.status();
      }
      String path = "/api/proposals/" + step.json().path("id").asLong();
      for (int i = 0; i < 3 * TRIES; i++) {
        JsonNode proposal = step.json();
        String state = proposal.path("state").asString();
        int base = number(proposal.path("base"));
        if (number(proposal) != base + 1) { // somebody was quicker than the draft
          step = count("proposal", call("PUT", path, content(proposal.path("base"), token).toString(), step.header("ETag")));
          continue;
        }
        Editor actor = state.equals("draft") || state.equals("sent_back") ? this : editors.get((number + 1) % EDITORS);
        String wanted = switch (state) {
          case "draft", "sent_back" -> "submit";
          case "submitted" -> "approve";
          default -> "publish";
        };
        Http.Answer next = count("proposal", actor.call("POST", path + "/steps", "{\"step\":\"" + wanted + "\"}", step.header("ETag")));
        if (next.status() == 409 || next.status() == 412) {
          Http.Answer present = count("proposal", call("GET", path, null, null));
          step = count("proposal", call("POST", path + "/rebase", content(present.json().path("current"), token).toString(), present.header("ETag")));
          if (step.status() != 200) {
            break;
          }
        } else if (next.status() != 200) {
          break;
        } else if (wanted.equals("publish")) {
          accepted.put(token, feature);
          return 200;
        } else {
          step = next;
        }
      }
      Http.Answer left = count("proposal", call("GET", path, null, null));
      String way = left.json().path("may").toString().contains("withdraw") ? "withdraw" : "discard";
      count("proposal", call("POST", path + "/steps", "{\"step\":\"" + way + "\",\"reason\":\"too late\"}", left.header("ETag")));
      return 409;
    }

    private static ObjectNode content(JsonNode base, String token) {
      ObjectNode content = JsonMapper.shared().createObjectNode().put("note", token);
      content.putObject("properties").put("name", "n " + (number(base) + 1));
      content.set("geometry", base.path("geometry"));
      return content;
    }

    private Http.Answer call(String method, String path, String body, String tag) {
      List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + desk.token()));
      if (tag != null) {
        headers.addAll(List.of("If-Match", tag));
      }
      return Http.send(port, method, path, body, headers.toArray(String[]::new));
    }

    private Http.Answer count(String way, Http.Answer answer) {
      answers.computeIfAbsent(way + " " + answer.status(), key -> new AtomicInteger()).incrementAndGet();
      assertThat(answer.status()).as("%s: %s", way, answer.text()).isIn(200, 201, 204, 409, 412);
      return answer;
    }

    private static int number(JsonNode feature) {
      assertThat(feature.path("properties").has("name")).as("%s", feature).isTrue();
      return Integer.parseInt(feature.path("properties").path("name").asString().substring(2));
    }

    private static String reason(String token) {
      return token.replace(" ", "%20").replace(",", "%2C");
    }
  }
}
