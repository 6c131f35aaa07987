package org.comparto.verdict;

import org.comparto.energy.VerdictSource;
import org.comparto.layer.Layers;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives marks the verdicts they rest on. */
@Component
class MarkVerdicts implements VerdictSource {

  private final Verdicts verdicts;
  private final Layers layers;

  MarkVerdicts(Verdicts verdicts, Layers layers) {
    this.verdicts = verdicts;
    this.layers = layers;
  }

  @Override
  public JsonNode find(String id) {
    return JsonMapper.shared().readTree(verdicts.find(id));
  }

  @Override
  public JsonNode ask(ObjectNode question) {
    VerdictQuestion.Sent sent = JsonMapper.shared().treeToValue(question, VerdictQuestion.Sent.class);
    return JsonMapper.shared().readTree(verdicts.answer(VerdictQuestion.of(sent, GroundReader.read(sent.geometry()), layers)));
  }

  @Override
  public void refer(String id, String what) {
    verdicts.refer(id, what);
  }
}
