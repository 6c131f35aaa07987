package org.comparto.energy;

import java.util.List;
import java.util.UUID;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * That an area is to be marked, or its mark taken away, as it is sent.
 *
 * @param verdict the id of the verdict that the mark rests on; or else geometry, technology and perhaps date, on which one is given
 * @param project what it is for: cer, pnrr
 * @param mark mark or unmark
 * @param feature the energy area that is there already; null for a new one
 * @param reason why; kept with the area
 * @param act the act that decides it
 * @param key of the sender's choice: sent again with it, it is the same proposal
 */
record MarkQuestion(@Nullable String verdict, @Nullable JsonNode geometry, @Nullable String technology, @Nullable String date, @Nullable List<String> project,
    @Nullable String territory, @Nullable String mark, @Nullable Long feature, @Nullable String reason, @Nullable String act, @Nullable String community,
    @Nullable String name, @Nullable UUID key) {

  private static final int LONGEST = 2_000;
  private static final int NAME = 200;

  /** The same with texts without blanks around them. @throws InvalidInputException naming what is missing or does not go together */
  MarkQuestion checked() {
    boolean marks = "mark".equals(mark);
    if (!marks && !"unmark".equals(mark)) {
      throw new InvalidInputException("mark", "mark must be one of mark, unmark");
    }
    boolean grounds = verdict != null || geometry != null;
    if (!marks && feature == null) {
      throw new InvalidInputException("feature", "feature is required");
    }
    if (!marks && grounds) {
      throw new InvalidInputException(verdict != null ? "verdict" : "geometry", "an area whose mark is taken away stays as it is: leave out verdict and geometry");
    }
    if (verdict != null && geometry != null) {
      throw new InvalidInputException("verdict", "give either verdict or geometry, not both");
    }
    if (marks && feature == null && !grounds) {
      throw new InvalidInputException("verdict", "verdict is required, or geometry and technology");
    }
    String why = Field.text("reason", reason, LONGEST);
    if (why == null) {
      throw new InvalidInputException("reason", "reason is required");
    }
    return new MarkQuestion(verdict, geometry, technology, date, project, territory, mark, feature, why, Field.text("act", act, LONGEST),
        Field.optional("community", community, NAME), feature == null ? Field.required("name", name, NAME) : Field.optional("name", name, NAME), key);
  }

  boolean marks() {
    return "mark".equals(mark);
  }

  /** What is to be asked of the rules. */
  ObjectNode verdictQuestion() {
    ObjectNode question = JsonMapper.shared().createObjectNode();
    question.set("geometry", geometry);
    question.put("technology", technology).put("date", date).put("territory", territory);
    if (project != null) {
      project.forEach(question.putArray("project")::add);
    }
    return question;
  }
}
