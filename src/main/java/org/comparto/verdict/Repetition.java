package org.comparto.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comparto.ruleset.Ruleset;
import tools.jackson.databind.JsonNode;

/**
 * A verdict computed anew beside the one that was kept.
 *
 * @param same whether result, parts and rules are what they were
 * @param differences what is not as it was; layers and rule sets that have changed are named even where the result is the same
 */
record Repetition(String id, String now, boolean same, List<Difference> differences) {

  /** @param what result, part, rule, layer or ruleset; @param id which of them */
  record Difference(String what, String id, Object before, Object after) {}

  static Repetition of(JsonNode then, JsonNode now, List<Ruleset> used, List<Ruleset> inForce) {
    List<Difference> differences = new ArrayList<>();
    String before = then.path("result").asString();
    if (!before.equals(now.path("result").asString())) {
      differences.add(new Difference("result", "", before, now.path("result").asString()));
    }
    compare("part", parts(then), parts(now), differences);
    compare("rule", rules(then), rules(now), differences);
    boolean same = differences.isEmpty() && then.path("parts").equals(now.path("parts"));
    compare("layer", layers(then), layers(now), differences);
    Map<String, Object> versions = new TreeMap<>();
    Map<String, Object> decidingNow = new TreeMap<>();
    used.forEach(set -> versions.put(set.id(), set.version()));
    inForce.forEach(set -> decidingNow.put(set.id(), set.version()));
    compare("ruleset", versions, decidingNow, differences);
    return new Repetition(then.path("id").asString(), now.path("id").asString(), same, differences);
  }

  private static void compare(String what, Map<String, Object> before, Map<String, Object> after, List<Difference> differences) {
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    ids.stream().filter(id -> !before.getOrDefault(id, "").equals(after.getOrDefault(id, "")))
        .forEach(id -> differences.add(new Difference(what, id, before.getOrDefault(id, ""), after.getOrDefault(id, ""))));
  }

  /** m² by result and reasons. */
  private static Map<String, Object> parts(JsonNode verdict) {
    Map<String, Object> parts = new TreeMap<>();
    verdict.path("parts").forEach(part -> parts.put(part.path("result").asString() + " " + part.path("basis") + part.path("missingLayers"),
        part.path("m2").asDouble()));
    return parts;
  }

  private static Map<String, Object> rules(JsonNode verdict) {
    Map<String, Object> rules = new TreeMap<>();
    verdict.path("rules").forEach(rule -> rules.put(rule.path("ruleset").asString() + "/" + rule.path("rule").asString(),
        rule.path("outcome").asString() + " " + rule.path("m2").asDouble()));
    return rules;
  }

  private static Map<String, Object> layers(JsonNode verdict) {
    Map<String, Object> layers = new TreeMap<>();
    verdict.path("layers").forEach(layer -> layers.put(layer.path("layer").asString(), layer.path("revision").asLong()));
    return layers;
  }
}
