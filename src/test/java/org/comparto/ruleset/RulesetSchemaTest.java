package org.comparto.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors read says the same of a text as the reading of rule sets does. */
class RulesetSchemaTest {

  private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(RulesetFiles.schema());
  private static final JsonNode TREE = JsonMapper.shared().readTree(RulesetFiles.schema());

  private static final String GOOD = """
      ruleset: trial
      status: draft
      valid: {from: 2026-01-21, to: null}
      title: {it: Prova, en: Trial}
      rules:
        - id: near
          effect: include
          tech: [pv_ground]
          title: {it: Vicino, en: Near}
          source: {layer: quarry}
          restrict_to: {layer: landfill, min_area_m2: 5000}
          except: {layer: motorway, min_area_m2: 1.5, buffer_m: 2}
          priority: 5
          buffer_m: 100
          cite: {act: Trial, art: 5}
        - id: ban
          effect: permit_only
          tech: [pv_ground]
          title: {it: Divieto, en: Ban}
          applies_to: {layer: land_use_zone, where: "zone_class = 'E'"}
          allow_if_any: [near]
          exempt_if: [project.cer]
          cite: {act: Trial}
      """;

  @Test
  void everyShippedSetFits() {
    RulesetFiles.texts().forEach((id, text) -> assertThat(SCHEMA.validate(text, InputFormat.YAML)).as(id).isEmpty());
    assertThat(SCHEMA.validate(GOOD, InputFormat.YAML)).isEmpty();
    assertThat(RulesetText.read(GOOD).rules()).hasSize(2);
  }

  @Test
  void itKnowsTheSameWords() {
    JsonNode rule = TREE.path("$defs").path("rule").path("properties");
    assertThat(words(rule.path("tech").path("items"))).containsExactlyElementsOf(RulesetText.TECHNOLOGIES);
    assertThat(words(rule.path("effect"))).containsExactlyInAnyOrderElementsOf(Arrays.stream(Effect.values()).map(Effect::word).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "ruleset: trial | ruleset: Trial",
      "ruleset: trial | colour: red",
      "status: draft | status: maybe",
      "status: draft | status: confirmed",
      "to: null | to: soon",
      "valid: | validity:",
      "{it: Prova, en: Trial} | {it: Prova}",
      "include | incude",
      "[pv_ground] | [nuclear]",
      "[pv_ground] | []",
      "{layer: quarry} | {layer: quarry, were: x}",
      "{layer: quarry} | {where: x}",
      "source: {layer: quarry} | everywhere: false",
      "source: {layer: quarry} | everywhere: true",
      "buffer_m: 100 | buffer_m: -1",
      "buffer_m: 100 | buffer_m: 60000",
      "buffer_m: 100 | buffer_m: near",
      "min_area_m2: 5000 | min_area_m2: 0",
      "min_area_m2: 5000 | min_area_m2: 2000000000",
      "min_area_m2: 1.5 | min_area_m2: large",
      "min_area_m2: 1.5 | min_area: 1.5",
      "priority: 5 | priority: first",
      "priority: 5 | priority: 2.5",
      "priority: 5 | priority: 101",
      "effect: include | effect: warn",
      "buffer_m: 100 | everywhere: true",
      "buffer_m: 100 | applies_to: {layer: quarry}",
      "buffer_m: 100 | exempt_if: [project.cer]",
      "buffer_m: 100 | inside: perhaps",
      "{act: Trial, art: 5} | {art: 5}",
      "id: near | name: near",
      "applies_to: | source:",
      "project.cer | project.war"})
  void whatTheReadingRefusesTheSchemaRefuses(String right, String wrong) {
    assertThat(GOOD).contains(right);
    String text = GOOD.replaceFirst(Pattern.quote(right), wrong);
    assertThat(catchFaults(text)).as("reading").isNotEmpty();
    assertThat(SCHEMA.validate(text, InputFormat.YAML)).as("schema").isNotEmpty();
  }

  private static List<Fault> catchFaults(String text) {
    try {
      RulesetText.read(text);
      return List.of();
    } catch (FaultyRulesetException e) {
      return e.faults();
    }
  }

  private static List<String> words(JsonNode node) {
    return StreamSupport.stream(node.path("enum").spliterator(), false).map(JsonNode::asString).toList();
  }
}
