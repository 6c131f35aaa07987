package org.comparto.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.inquiry.FormStamps;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A body sets what its endpoint is for and nothing else: members that are unknown, or somebody else's to set, are refused. */
@IntegrationTest
class MassAssignmentTest {

  /** What programs keep beside what people fill in. */
  private static final List<String> PROTECTED = List.of("id", "version", "ticket", "state", "author", "createdBy", "created_by", "updatedAt", "role", "scopes", "territoryCode",
      "publication_status", "passwordHash", "password_hash", "active", "inPerson", "erasedAt", "reviewer", "approved", "proposalId", "demonstration", "__proto__", "class");

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient db;
  @Autowired JsonMapper json;
  @Autowired FormStamps stamps;
  People people;
  Visitor admin;

  @BeforeEach
  void signIn() {
    people = new People(db, port);
    admin = people.signIn("admin");
  }

  @AfterEach
  void nobodyStays() {
    people.remove();
  }

  /** Of every endpoint whose body is a record: neither it nor a record in it takes a member that it does not name. */
  @Test
  void noBodyTakesAMemberThatItDoesNotName() {
    Set<Class<?>> bodies = new TreeSet<>(java.util.Comparator.comparing(Class::getName));
    Endpoints.of(context).handlers().values().forEach(handler -> {
      for (MethodParameter parameter : handler.getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestBody.class) && parameter.getParameterType().isRecord()) {
          collect(parameter.getParameterType(), bodies);
        }
      }
    });
    assertThat(bodies).hasSizeGreaterThan(15);
    List<String> wrong = new ArrayList<>();
    for (Class<?> body : bodies) {
      Set<String> named = new TreeSet<>();
      for (RecordComponent component : body.getRecordComponents()) {
        named.add(component.getName());
      }
      for (String name : PROTECTED) {
        if (!named.contains(name) && !isRefused(body, name)) {
          wrong.add(body.getName() + " takes " + name);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Over HTTP, to every endpoint that writes, as somebody whom no right stops. */
  @Test
  void noEndpointSucceedsWithABodyOfStrangers() {
    List<String> wrong = new ArrayList<>();
    for (String endpoint : Endpoints.of(context).handlers().keySet()) {
      if (Endpoints.writes(endpoint) && !endpoint.equals("DELETE /api/session")) {
        ObjectNode body = json.createObjectNode();
        PROTECTED.forEach(name -> body.put(name, "x"));
        Http.Answer answer = admin.send(Endpoints.method(endpoint), Endpoints.path(endpoint), body.toString(), "If-Match", "\"0\"");
        if (answer.status() < 400 || answer.status() >= 500) {
          wrong.add(endpoint + " answers " + answer.status() + " " + answer.text());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void anAccountChangesWhatItsAdministratorNamesAndNoMore() {
    long id = people.make("test-plain", "viewer", null);
    for (String name : List.of("id", "username", "password_hash", "passwordHash", "createdAt", "lastLoginAt", "mustChangePassword")) {
      assertThat(admin.send("PATCH", "/api/accounts/" + id, "{\"" + name + "\": \"x\"}").status()).as(name).isEqualTo(400);
    }
    Visitor viewer = Visitor.signedIn(port, "test-plain", People.PASSWORD);
    for (String path : List.of("/api/accounts/" + id, "/api/session/password", "/api/session")) {
      for (String method : List.of("PATCH", "PUT", "POST")) {
        viewer.send(method, path, "{\"role\": \"admin\", \"scopes\": [\"admin\"], \"old\": \"" + People.PASSWORD + "\", \"new\": \"another long password\", \"username\": \"test-plain\", \"password\": \""
            + People.PASSWORD + "\"}");
      }
    }
    assertThat(db.sql("SELECT role FROM account WHERE id = :id").param("id", id).query(String.class).single()).isEqualTo("viewer");
    Visitor again = Visitor.signedIn(port, "test-plain", People.PASSWORD);
    assertThat(again.send("POST", "/api/tokens", "{\"name\": \"x\", \"scopes\": [\"admin\"], \"days\": 1}").status()).as("no more than the role allows").isEqualTo(400);
    assertThat(again.send("POST", "/api/tokens", "{\"name\": \"x\", \"scopes\": [\"read\"], \"days\": 1, \"accountId\": 1}").status()).isEqualTo(400);
  }

  @Test
  void aFeatureKeepsWhatTheDatabaseWrites() {
    JsonNode zone = Http.get(port, "/ogc/collections/gateway/items?limit=1").json().path("features").get(0);
    String path = "/ogc/collections/gateway/items/" + zone.path("id").asLong();
    Http.Answer before = Http.get(port, path);
    Map<String, Object> row = row(zone.path("id").asLong());
    for (String name : List.of("id", "version", "change_id", "created_at", "created_by", "updated_by", "updated_at", "publication_status", "search_text", "geom_3857", "geom_place")) {
      ObjectNode patch = json.createObjectNode().put("type", "Feature");
      patch.putObject("properties").put(name, "1");
      Http.Answer answer = admin.send("PATCH", path, patch.toString(), "If-Match", before.header("ETag"), "Prefer", "handling=strict");
      assertThat(answer.status()).as(name + answer.text()).isBetween(400, 499);
    }
    assertThat(row(zone.path("id").asLong())).isEqualTo(row);
  }

  /** Those that are read by hand, for anybody: a whole body, and one member more. */
  @Test
  void whatStrangersSendHasNoStateOfItsOwn() {
    String stamp = stamps.issue(Instant.now().minusSeconds(60));
    Map<String, String> bodies = Map.of(
        "/api/inquiries", "{\"contact\": {\"organisation\": \"x\", \"name\": \"x\", \"email\": \"x@example.org\"}, \"needs\": {\"areaM2\": 1, \"activity\": \"x\"}, \"language\": \"it\", \"consent\": \"2026-11\", \"form\": \"" + stamp + "\"}",
        "/api/bottlenecks/reports", "{\"type\": \"bridge\", \"longitude\": 12, \"latitude\": 44, \"description\": \"x\", \"language\": \"it\", \"consent\": \"2026-11\", \"form\": \"" + stamp + "\"}",
        "/api/offers", "{\"plot\": {}, \"geometry\": {}, \"contact\": {\"offeredBy\": \"owner\", \"name\": \"x\", \"email\": \"x@example.org\"}, \"language\": \"it\", \"consent\": \"2026-11\", \"form\": \"" + stamp + "\"}",
        "/api/alerts", "{\"filter\": \"\", \"language\": \"it\"}",
        "/api/shortlists", "{\"ids\": [1], \"days\": 1}");
    bodies.forEach((path, body) -> {
      for (String name : PROTECTED) {
        ObjectNode more = ((ObjectNode) json.readTree(body)).put(name, "x");
        Http.Answer answer = Http.send(port, "POST", path, more.toString());
        assertThat(answer.status()).as(path + " with " + name + ": " + answer.text()).isEqualTo(400);
        assertThat(answer.json().path("parameter").asString()).as(path).isEqualTo(name);
      }
    });
  }

  private Map<String, Object> row(long id) {
    return db.sql("SELECT to_jsonb(gateway)::text AS row FROM gateway WHERE id = :id").param("id", id).query().singleRow();
  }

  private boolean isRefused(Class<?> body, String name) {
    try {
      json.readValue("{\"" + name + "\": null}", body);
      return false;
    } catch (RuntimeException e) {
      return true; // by the name, or already by what is missing: nothing comes of it
    }
  }

  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (type.isRecord() && type.getName().startsWith("org.comparto") && found.add(type)) {
      for (RecordComponent component : type.getRecordComponents()) {
        collect(component.getType(), found);
        if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType generic) {
          for (java.lang.reflect.Type argument : generic.getActualTypeArguments()) {
            if (argument instanceof Class<?> one) {
              collect(one, found);
            }
          }
        }
      }
    }
  }
}
