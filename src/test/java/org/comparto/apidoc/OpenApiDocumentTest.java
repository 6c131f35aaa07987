package org.comparto.apidoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.reprezen.kaizen.oasparser.OpenApi3Parser;
import com.reprezen.kaizen.oasparser.model3.OpenApi3;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of /api is a valid OpenAPI document, says what there is, and its examples do what they say. */
@IntegrationTest
class OpenApiDocumentTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingInfoHandlerMapping mappings;

  @AfterEach
  void nothingStays() {
    for (String table : List.of("inquiry", "shared_shortlist", "saved_search", "source_attempt")) {
      db.sql("DELETE FROM " + table).update();
    }
  }

  private JsonNode document() {
    return Http.get(port, "/api/openapi.json").json();
  }

  @Test
  void isAValidDocument() throws Exception {
    OpenApi3 read = new OpenApi3Parser().parse(Http.get(port, "/api/openapi.json").text(), URI.create("http://localhost/api/openapi.json").toURL());
    assertThat(read.getValidationItems()).isEmpty();
    assertThat(read.isValid()).isTrue();
  }

  /** An unquoted comma makes two members of one sentence, the second of them null: valid, and not what was meant. */
  @Test
  void noSentenceIsTornApart() {
    List<String> torn = new ArrayList<>();
    collectNulls(document(), "", torn);
    assertThat(torn).isEmpty();
  }

  private static void collectNulls(JsonNode node, String path, List<String> torn) {
    node.properties().stream().filter(member -> !member.getKey().equals("example")).forEach(member -> {
      if (member.getValue().isNull()) {
        torn.add(path + "/" + member.getKey());
      }
      collectNulls(member.getValue(), path + "/" + member.getKey(), torn);
    });
    node.valueStream().filter(item -> node.isArray()).forEach(item -> collectNulls(item, path, torn));
  }

  @Test
  void describesNothingThatIsNotThereAndEverythingAboutPlots() {
    Set<String> there = new TreeSet<>();
    mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getMethodsCondition().getMethods().forEach(method ->
        mapping.getPatternValues().forEach(path -> there.add(method.name().toLowerCase() + " " + unnamed(path)))));
    Set<String> described = new TreeSet<>();
    document().path("paths").properties().forEach(path -> path.getValue().propertyNames().forEach(method -> described.add(method + " " + unnamed(path.getKey()))));

    assertThat(there).containsAll(described);
    assertThat(described).containsAll(there.stream().filter(operation -> operation.matches("\\w+ /api/(plots|shortlists|alerts|usage)(/.*)?"))
        .toList());
    assertThat(described).contains("post /api/inquiries", "get /api/inquiries/form", "get /api/inquiries/receipts/{}");
  }

  /** An operation says {@code security: []} exactly where the anonymous are not turned away: asked, not read from the rules. */
  @Test
  void saysOfEachOperationWhetherAnybodyMayCallIt() {
    document().path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
      Http.Answer answer = Http.send(port, operation.getKey().toUpperCase(), path.getKey().replaceAll("\\{[^}]+}", "999999999"),
          operation.getKey().equals("get") ? null : "[not json");
      JsonNode security = operation.getValue().path("security");
      assertThat(security.isArray()).as("%s %s", operation.getKey(), path.getKey()).isTrue();
      assertThat(security.isEmpty()).as("%s %s answers %d", operation.getKey(), path.getKey(), answer.status()).isEqualTo(answer.status() != 401);
    }));
  }

  /** One operation of the document. */
  private record Operation(String path, String method, JsonNode described) {

    String id() {
      return described.path("operationId").asString();
    }
  }

  /** What needs a secret is called with the one that an answer before it links to; where it comes by mail, any other opens nothing. */
  @Test
  void everyExampleIsAnsweredAsDescribed() throws InterruptedException {
    JsonNode document = document();
    List<Operation> open = new ArrayList<>();
    document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation ->
        open.add(new Operation(path.getKey(), operation.getKey(), operation.getValue()))));
    open.removeIf(operation -> !operation.described().path("security").isEmpty());
    Map<String, Map<String, String>> linked = new HashMap<>();
    // what makes something before what its answer opens, and what ends it last
    open.sort(Comparator.comparing((Operation operation) -> operation.method().equals("delete"))
        .thenComparing(OpenApiDocumentTest::isOpenedByAnAnswer));
    for (Operation operation : open) {
      assertExample(document, operation, linked);
    }
    assertThat(open.stream().map(Operation::id)).containsAll(linked.keySet());
  }

  /** A path with a part that no example can give: it comes from what another operation answered. */
  private static boolean isOpenedByAnAnswer(Operation operation) {
    return StreamSupport.stream(operation.described().path("parameters").spliterator(), false)
        .anyMatch(parameter -> parameter.path("in").asString().equals("path") && !parameter.has("example"));
  }

  private void assertExample(JsonNode document, Operation operation, Map<String, Map<String, String>> linked) throws InterruptedException {
    String path = operation.path();
    String method = operation.method();
    Map<String, String> given = linked.getOrDefault(operation.id(), Map.of());
    String called = path;
    List<String> query = new ArrayList<>();
    List<String> headers = new ArrayList<>();
    boolean mailed = false;
    for (JsonNode parameter : operation.described().path("parameters")) {
      String name = parameter.path("name").asString();
      String value = given.getOrDefault(name, parameter.path("example").asString("mailed"));
      mailed |= name.equals("token") && !given.containsKey(name);
      assertThat(parameter.has("example") || given.containsKey(name) || name.equals("token")).as("%s %s: example of %s", method, path, name).isTrue();
      switch (parameter.path("in").asString()) {
        case "path" -> called = called.replace("{" + name + "}", URLEncoder.encode(value, StandardCharsets.UTF_8));
        case "header" -> headers.addAll(List.of(name, value));
        default -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    JsonNode body = operation.described().path("requestBody").path("content").path("application/json").path("example");
    if (body.has("form")) {
      JsonNode form = Http.get(port, "/api/inquiries/form").json();
      ((ObjectNode) body).put("form", form.path("stamp").asString());
      Thread.sleep(1000 * form.path("minimumSeconds").asLong());
    }
    Http.Answer answer = Http.send(port, method.toUpperCase(), called + (query.isEmpty() ? "" : "?" + String.join("&", query)),
        body.isMissingNode() ? null : body.toString(), headers.toArray(String[]::new));
    if (mailed) {
      assertThat(answer.status()).as("%s %s", method, path).isEqualTo(404);
      return;
    }

    JsonNode described = operation.described().path("responses").path(String.valueOf(answer.status()));
    assertThat(answer.status()).as("%s %s: %s", method, called, answer.status() >= 400 ? answer.text() : "").isBetween(200, 299);
    assertThat(described.isMissingNode()).as("%s %s describes %d", method, path, answer.status()).isFalse();
    JsonNode schema = described.path("content").path("application/json").path("schema");
    if (!schema.isMissingNode()) {
      assertFits(document, schema, answer.json(), method + " " + path);
    }
    for (JsonNode link : described.path("links")) {
      Map<String, String> values = linked.computeIfAbsent(link.path("operationId").asString(), id -> new HashMap<>());
      for (Map.Entry<String, JsonNode> value : link.path("parameters").properties()) {
        values.put(value.getKey(), answer.json().at(value.getValue().asString().replace("$response.body#", "")).asString());
      }
    }
  }

  /** As far as types and required members go. */
  private static void assertFits(JsonNode document, JsonNode schema, JsonNode value, String where) {
    if (schema.has("$ref")) {
      assertFits(document, document.at(schema.path("$ref").asString().substring(1)), value, where);
      return;
    }
    String type = schema.path("type").asString("");
    boolean fits = switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> true;
    };
    assertThat(fits || value.isNull() && schema.path("nullable").asBoolean(false)).as("%s is %s: %s", where, type, value).isTrue();
    schema.path("required").forEach(name -> assertThat(value.has(name.asString())).as("%s has %s", where, name).isTrue());
    schema.path("properties").properties().forEach(property -> {
      if (value.has(property.getKey())) {
        assertFits(document, property.getValue(), value.path(property.getKey()), where + "." + property.getKey());
      }
    });
    if (schema.has("items")) {
      value.forEach(item -> assertFits(document, schema.path("items"), item, where + "[]"));
    }
  }

  private static String unnamed(String path) {
    return path.replaceAll("\\{[^}]+}", "{}");
  }
}
