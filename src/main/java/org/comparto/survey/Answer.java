package org.comparto.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.census.Consents;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a company answers; it checks itself, but for what the layer asks of values.
 *
 * @param statedBy the person who answers, in their own words
 * @param consents by group; groups that are not named stay as they are
 */
record Answer(String statedBy, ObjectNode properties, List<Said> consents) {

  private static final int LONGEST_NAME = 200;

  /** Consent for one group. */
  record Said(String group, boolean granted) {}

  /** As it is sent. @param consentText the version of the text that was shown */
  record Sent(@Nullable String statedBy, @Nullable ObjectNode properties, @Nullable Map<String, @Nullable Boolean> consents, @Nullable String consentText) {}

  static Answer of(Sent sent) {
    List<Said> consents = new ArrayList<>();
    if (sent.consents() != null) {
      sent.consents().forEach((group, granted) -> {
        if (granted == null) {
          throw new InvalidInputException("consents", "consents must say true or false of every group that it names");
        }
        consents.add(new Said(Consents.group("consents", group), granted));
      });
    }
    if (consents.stream().anyMatch(Said::granted) && !ConsentText.VERSION.equals(sent.consentText())) {
      throw new InvalidInputException("consentText", "consentText must be " + ConsentText.VERSION + ", the version of the text that was shown");
    }
    return new Answer(Field.required("statedBy", sent.statedBy(), LONGEST_NAME),
        sent.properties() == null ? JsonMapper.shared().createObjectNode() : sent.properties(), consents);
  }
}
