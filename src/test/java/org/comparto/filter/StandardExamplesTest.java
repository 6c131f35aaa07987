package org.comparto.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.comparto.layer.Layers;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The examples of the CQL2 standard, asked of our data in both encodings, give the rows of SQL written by hand. */
@IntegrationTest
@Transactional
class StandardExamplesTest {

  @Autowired JdbcClient db;
  private FilterRows rows;

  @Autowired
  void readWith(Layers layers, Filters filters, NamedParameterJdbcTemplate named) {
    rows = new FilterRows(layers, filters, named);
  }

  /** All in one transaction: every plot is given its days once. */
  @TestFactory
  Stream<DynamicTest> bothEncodingsGiveTheRowsOfTheSql() {
    db.sql("UPDATE plot SET valid_from = surveyed_on, valid_to = surveyed_on + 1 + CAST(id % 1000 AS integer)").update();
    JsonNode cases = YAMLMapper.shared().readTree(StandardExamplesTest.class.getResourceAsStream("/cases/cql2.yaml"));
    return cases.valueStream().map(example -> DynamicTest.dynamicTest(
        example.path("after").asString() + ": " + example.path("text").asString(), () -> bothEncodingsGiveTheRowsOfTheSql(example)));
  }

  private void bothEncodingsGiveTheRowsOfTheSql(JsonNode example) {
    String layer = example.path("layer").stringValue();
    List<Long> expected = rows.sql(layer, example.path("sql").asString());

    assertThat(rows.text(layer, example.path("text").stringValue())).as("text").isEqualTo(expected);
    assertThat(rows.json(layer, example.path("json").toString())).as("JSON").isEqualTo(expected);
    if (!example.has("empty")) {
      assertThat(expected).as("an example that nothing answers shows little").isNotEmpty();
    }
    if (example.path("empty").asBoolean(false)) {
      assertThat(expected).isEmpty();
    }
  }
}
