package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.comparto.filter.FilterLanguage;
import org.comparto.filter.Filters;
import org.comparto.crs.Crs;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The schemas of every layer say what Parts 3 and 5 of OGC API - Features want, and nothing of what is for the desk only. */
@IntegrationTest
class SchemasTest {

  @LocalServerPort int port;
  @Autowired Layers layers;
  @Autowired Filters filters;

  @ParameterizedTest
  @ValueSource(strings = {"schema", "queryables", "sortables"})
  void areJsonSchemasWithAnAddressOfTheirOwn(String page) {
    for (Layer layer : layers.all()) {
      Http.Answer answer = Http.get(port, "/ogc/collections/" + layer.id() + "/" + page, "Accept", "application/schema+json");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).startsWith("application/schema+json");
      JsonNode schema = answer.json();
      assertThat(schema.path("$schema").stringValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
      assertThat(Http.get(port, schema.path("$id").stringValue()).text()).isEqualTo(Http.get(port, "/ogc/collections/" + layer.id() + "/" + page).text());
      assertThat(schema.path("type").stringValue()).isEqualTo("object");
      assertThat(schema.path("additionalProperties").booleanValue()).isFalse();
      List<Integer> positions = new ArrayList<>();
      schema.path("properties").forEachEntry((name, property) -> {
        assertThat(property.path("title").stringValue()).as(name).isNotBlank();
        boolean spatial = property.path("format").asString("").startsWith("geometry-");
        assertThat(property.has("type")).as(name).isNotEqualTo(spatial);
        positions.add(property.path("x-ogc-propertySeq").intValue());
      });
      assertThat(positions).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void nameThePublicAttributesAndNoOther() {
    for (Layer layer : layers.all()) {
      List<String> names = new ArrayList<>(List.of("id", "geometry"));
      layer.attributes().stream().filter(Attribute::isPublic).map(Attribute::name).forEach(names::add);
      assertThat(get(layer.id(), "schema", "it").path("properties").propertyNames()).as(layer.id()).containsExactlyElementsOf(names);
      assertThat(get(layer.id(), "queryables", "it").path("properties").propertyNames()).as(layer.id()).containsExactlyElementsOf(names);
    }
  }

  @Test
  void everyQueryableCanBeAskedFor() {
    for (Layer layer : layers.all()) {
      for (String name : get(layer.id(), "queryables", "en").path("properties").propertyNames()) {
        assertThat(filters.parse(layer, "\"" + name + "\" IS NULL", FilterLanguage.TEXT, Crs.CRS84).sql()).contains("IS NULL");
      }
    }
  }

  @Test
  void sayTypesFormatsRolesAndUnits() {
    JsonNode plot = get("plot", "schema", "en").path("properties");
    assertThat(plot.path("id").path("x-ogc-role").stringValue()).isEqualTo("id");
    assertThat(plot.path("id").path("readOnly").booleanValue()).isTrue();
    assertThat(plot.path("geometry").path("format").stringValue()).isEqualTo("geometry-polygon-or-multipolygon");
    assertThat(plot.path("geometry").path("x-ogc-role").stringValue()).isEqualTo("primary-geometry");
    assertThat(plot.path("available_from").path("format").stringValue()).isEqualTo("date");
    assertThat(plot.path("updated_at").path("format").stringValue()).isEqualTo("date-time");
    assertThat(plot.path("valid_from").path("x-ogc-role").stringValue()).isEqualTo("primary-interval-start");
    assertThat(plot.path("area_m2").path("x-ogc-unit").stringValue()).isEqualTo("m2");
    assertThat(plot.path("price_eur_m2").has("x-ogc-unit")).isFalse();
    assertThat(plot.path("price_eur_m2").path("description").stringValue()).isEqualTo("Unit: €/m²");
    assertThat(plot.path("zone_id").path("x-ogc-collectionId").stringValue()).isEqualTo("industrial_zone");
    assertThat(plot.path("permitted_activities").path("items").path("enum").valueStream().map(JsonNode::stringValue)).contains("craft", "logistics");
    assertThat(get("plot", "schema", "en").path("required").valueStream().map(JsonNode::stringValue)).contains("geometry", "code", "status", "area_m2");
  }

  @Test
  void titleCodesInTheLanguageOfTheCaller() {
    assertThat(get("plot", "queryables", "it").path("properties").path("status").path("oneOf").path(0).toString())
        .isEqualTo("{\"const\":\"available\",\"title\":\"Disponibile\"}");
    JsonNode english = get("plot", "queryables", "en");
    assertThat(english.path("title").stringValue()).isEqualTo("Plots");
    assertThat(english.path("properties").path("status").path("oneOf").path(0).path("title").stringValue()).isEqualTo("Available");
    assertThat(english.path("properties").path("status").path("enum").toString()).isEqualTo("[\"available\",\"reserved\",\"sold\",\"leased\"]");
  }

  @Test
  void sortByWhatHasAnOrder() {
    JsonNode sortables = get("plot", "sortables", "it").path("properties");
    assertThat(sortables.propertyNames()).contains("area_m2", "name", "updated_at")
        .doesNotContain("id", "geometry", "permitted_activities", "incentives", "owner_name");
  }

  @Test
  void anUnknownCollectionOrFormIsAProblem() {
    assertThat(Http.get(port, "/ogc/collections/nowhere/queryables").status()).isEqualTo(404);
    assertThat(Http.get(port, "/ogc/collections/plot/schema?f=xml").json().path("parameter").stringValue()).isEqualTo("f");
  }

  private JsonNode get(String layer, String page, String language) {
    return Http.get(port, "/ogc/collections/" + layer + "/" + page + "?f=json", "Accept-Language", language).json();
  }
}
