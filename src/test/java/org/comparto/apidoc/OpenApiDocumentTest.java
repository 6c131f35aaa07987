package org.comparto.apidoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.reprezen.kaizen.oasparser.OpenApi3Parser;
import com.reprezen.kaizen.oasparser.model3.OpenApi3;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of /api is a valid OpenAPI document, says what there is, and its examples do what they say. */
@IntegrationTest
class OpenApiDocumentTest {

  @LocalServerPort int port;
  @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingInfoHandlerMapping mappings;

  private JsonNode document() {
    return Http.get(port, "/api/openapi.json").json();
  }

  @Test
  void isAValidDocument() throws Exception {
    OpenApi3 read = new OpenApi3Parser().parse(Http.get(port, "/api/openapi.json").text(), URI.create("http://localhost/api/openapi.json").toURL());
    assertThat(read.getValidationItems()).isEmpty();
    assertThat(read.isValid()).isTrue();
  }

  @Test
  void describesNothingThatIsNotThereAndEverythingAboutPlots() {
    Set<String> there = new TreeSet<>();
    mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getMethodsCondition().getMethods().forEach(method ->
        mapping.getPatternValues().forEach(path -> there.add(method.name().toLowerCase() + " " + unnamed(path)))));
    Set<String> described = new TreeSet<>();
    document().path("paths").properties().forEach(path -> path.getValue().propertyNames().forEach(method -> described.add(method + " " + unnamed(path.getKey()))));

    assertThat(there).containsAll(described);
    assertThat(described).containsAll(there.stream().filter(operation -> operation.matches("\\w+ /api/plots(/.*)?")).toList());
  }

  @Test
  void everyExampleIsAnsweredAsDescribed() {
    JsonNode document = document();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (operation.getValue().path("security").isEmpty()) {
          assertExample(document, path.getKey(), operation.getKey(), operation.getValue());
        }
      }
    }
  }

  private void assertExample(JsonNode document, String path, String method, JsonNode operation) {
    String called = path;
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      String example = URLEncoder.encode(parameter.path("example").asString(), StandardCharsets.UTF_8);
      assertThat(parameter.has("example")).as("%s %s: example of %s", method, path, parameter.path("name")).isTrue();
      if (parameter.path("in").asString().equals("path")) {
        called = called.replace("{" + parameter.path("name").asString() + "}", example);
      } else {
        query.add(parameter.path("name").asString() + "=" + example);
      }
    }
    JsonNode body = operation.path("requestBody").path("content").path("application/json").path("example");
    Http.Answer answer = Http.send(port, method.toUpperCase(), called + (query.isEmpty() ? "" : "?" + String.join("&", query)),
        body.isMissingNode() ? null : body.toString());

    JsonNode described = operation.path("responses").path(String.valueOf(answer.status()));
    assertThat(answer.status()).as("%s %s: %s", method, called, answer.status() >= 400 ? answer.text() : "").isBetween(200, 299);
    assertThat(described.isMissingNode()).as("%s %s describes %d", method, path, answer.status()).isFalse();
    JsonNode schema = described.path("content").path("application/json").path("schema");
    if (!schema.isMissingNode()) {
      assertFits(document, schema, answer.json(), method + " " + path);
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
