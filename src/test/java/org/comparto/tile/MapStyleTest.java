package org.comparto.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Styles and TileJSON say what a MapLibre map needs, in the words of its specification. */
@IntegrationTest
class MapStyleTest {

  /** The paint properties of the style specification (version 8) that are used, by kind of layer. */
  private static final Map<String, Set<String>> PAINT = Map.of(
      "fill", Set.of("fill-color", "fill-opacity"),
      "line", Set.of("line-color", "line-width", "line-dasharray"),
      "circle", Set.of("circle-color", "circle-radius", "circle-stroke-color", "circle-stroke-width", "circle-opacity"));
  private static final Set<String> EXPRESSIONS = Set.of("match", "get", "to-string", "==", "!=", ">", "<=", "!", "in", "literal", "all", "coalesce",
      "geometry-type", "interpolate", "linear", "log10");

  @LocalServerPort
  int port;

  @Autowired
  Layers layers;

  @Test
  void theStyleOfEveryLayerIsWellFormedAndAsksOnlyForWhatTilesCarry() {
    for (Layer layer : layers.all()) {
      JsonNode style = Http.get(port, "/tiles/" + layer.id() + "/style.json").json();
      check(style);
      Set<String> carried = new HashSet<>(layer.publicAttributes().stream().filter(Attribute::tile).map(Attribute::name).toList());
      carried.addAll(List.of("feature_count", ""));
      style.path("layers").forEach(part -> {
        assertThat(part.path("source-layer").asString()).isEqualTo(layer.id());
        part.path("paint").forEach(value -> checkExpression(value, carried));
        checkExpression(part.path("filter"), carried);
      });
      layer.style().values().keySet().forEach(value -> assertThat(style.toString()).as(layer.id() + " has a symbol for " + value)
          .containsAnyOf("\"" + value + "\"", layer.style().fallback().stroke()));
    }
  }

  @Test
  void theCombinedStyleDrawsAreasBelowPoints() {
    JsonNode style = Http.get(port, "/tiles/style.json").json();
    check(style);
    List<String> ids = style.path("layers").findValuesAsString("id");
    assertThat(ids.get(0)).startsWith("background-");
    assertThat(ids.indexOf("plot-fill")).isBetween(0, ids.indexOf("bottleneck-point"));
  }

  @Test
  void tileJsonNamesTheTilesAndTheirFields() {
    JsonNode plot = Http.get(port, "/tiles/plot/tile.json").json();
    assertThat(plot.path("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(plot.path("tiles").get(0).asString()).isEqualTo("http://localhost:" + port + "/tiles/plot/{z}/{x}/{y}");
    assertThat(plot.path("vector_layers").get(0).path("fields").path("area_m2").asString()).isEqualTo("Number");
    assertThat(plot.path("bounds").size()).isEqualTo(4);

    JsonNode all = Http.get(port, "/tiles/tile.json").json();
    assertThat(all.path("vector_layers").size()).isEqualTo(layers.all().size());
    String tile = all.path("tiles").get(0).asString().replace("{z}", "0").replace("{y}", "0").replace("{x}", "0");
    assertThat(Http.get(port, tile).status()).isEqualTo(200);
  }

  private void check(JsonNode style) {
    assertThat(style.path("version").asInt()).isEqualTo(8);
    Set<String> ids = new HashSet<>();
    style.path("layers").forEach(part -> {
      assertThat(ids.add(part.path("id").asString())).as("ids are given once").isTrue();
      assertThat(style.path("sources").has(part.path("source").asString())).isTrue();
      assertThat(PAINT.get(part.path("type").asString())).containsAll(part.path("paint").propertyNames());
    });
    style.path("sources").forEach(source -> {
      assertThat(source.path("type").asString()).isEqualTo("vector");
      assertThat(Http.get(port, source.path("url").asString()).status()).isEqualTo(200);
    });
  }

  private static void checkExpression(JsonNode value, Set<String> carried) {
    if (!value.isArray() || value.isEmpty() || !value.get(0).isString()) {
      return;
    }
    assertThat(EXPRESSIONS).contains(value.get(0).asString());
    if (value.get(0).asString().equals("get")) {
      assertThat(carried).contains(value.get(1).asString());
    }
    if (value.get(0).asString().equals("match")) {
      assertThat(value.size()).as("pairs between the input and the fallback: " + value).isOdd().isGreaterThan(3);
    }
    if (!value.get(0).asString().equals("literal")) {
      value.forEach(part -> checkExpression(part, carried));
    }
  }
}
