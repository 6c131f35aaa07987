package org.comparto.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.source.Source;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Official sources lead to layers and attributes that exist, whatever the publisher called the fields that year. */
@IntegrationTest
class SourceTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired
  Layers layers;

  @Test
  void everySourceFillsAttributesThatItsLayerHas() {
    for (Source source : Source.all()) {
      Layer layer = layers.getLayer(source.layer(), source.id());
      assertThat(layer.attributes().stream().map(a -> a.name()).toList()).as(source.id()).containsAll(source.mapping().keySet());
      assertThat(source.mapping()).as(source.id()).containsKey(source.key());
      assertThat(source.licence()).as(source.id()).containsKeys("name", "href");
      assertThat(layer.attributes().stream().map(a -> a.name()).toList()).as(source.id()).containsAll(source.values().keySet())
          .containsAll(source.parts().keySet());
      assertThat(source.attribution()).as(source.id()).isNotBlank();
      assertThat(source.refresh().toTotalMonths()).as(source.id()).isPositive();
      assertThat(source.title()).as(source.id()).containsKeys("it", "en");
    }
  }

  @Test
  void theFirstFieldNameThatTheFileHasIsTaken() {
    ObjectNode plan = JSON.createObjectNode();
    SourcePlan.fill(Source.find("istat-comuni").orElseThrow(), null, plan, fields("COMUNE", "pro_com_t", "COD_PROV"));
    assertThat(plan.path("layer").asString()).isEqualTo("municipality");
    assertThat(plan.path("mapping")).isEqualTo(JSON.readTree("{\"code\":\"pro_com_t\",\"name\":\"COMUNE\",\"province_code\":\"COD_PROV\"}"));
  }

  @Test
  void aFileWithoutTheKeyIsRefusedWithWhatItHas() {
    Source source = Source.find("istat-comuni").orElseThrow();
    assertThatThrownBy(() -> SourcePlan.fill(source, null, JSON.createObjectNode(), fields("altro"))).isInstanceOf(Refused.class)
        .hasMessageContaining("PRO_COM_T").hasMessageContaining("altro");
  }

  @Test
  void aSourceWithoutAnAddressSaysHowToGiveOne() {
    assertThatThrownBy(() -> SourceFile.fetch(Source.find("istat-comuni").orElseThrow(), null)).isInstanceOf(Refused.class)
        .hasMessageContaining("COMPARTO_SOURCE_ISTAT_COMUNI").hasMessageContaining("--file");
  }

  private static JsonNode fields(String... names) {
    ObjectNode inspection = JSON.createObjectNode();
    var fields = inspection.putArray("layers").addObject().putArray("fields");
    for (String name : names) {
      fields.addObject().put("name", name).put("type", "String");
    }
    return inspection;
  }
}
