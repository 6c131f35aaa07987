package org.comparto.proposal;

import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants to propose, as they sent it.
 *
 * @param properties by name; what is not named is not known of a new feature, and stays as it is of one that is there
 * @param geometry GeoJSON, longitude first; JSON null: not drawn yet, or as it is
 * @param note why; null leaves the one there is, an empty one takes it away
 */
record Content(ObjectNode properties, JsonNode geometry, @Nullable String note) {

  private static final String MUNICIPALITY = "municipality_code";
  private static final int LONGEST_NOTE = 2_000;
  static final Content NOTHING = new Content(JsonMapper.shared().createObjectNode(), NullNode.instance, null);

  /** As it is sent. */
  record Sent(@Nullable ObjectNode properties, @Nullable JsonNode geometry, @Nullable String note) {}

  /** Whoever saves says what all of it is: what is left out by mistake must not be lost. */
  static Content of(Sent sent) {
    if (sent.properties() == null) {
      throw new InvalidInputException("properties", "properties is required");
    }
    if (sent.geometry() == null) {
      throw new InvalidInputException("geometry", "geometry is required; null stands for none, or for the one that is there");
    }
    return new Content(sent.properties(), sent.geometry(), note(sent.note()));
  }

  /** What a proposal says, as if it were sent again. */
  static Content of(Proposal proposal) {
    return new Content(proposal.properties(), proposal.geometry() == null ? NullNode.instance : proposal.geometry(), proposal.note());
  }

  /** Something new by who works in one municipality is said to lie there unless its author says otherwise: boundaries may not be known. */
  Content in(Kind kind, @Nullable String municipality) {
    if (kind != Kind.CREATE || municipality == null || properties.has(MUNICIPALITY)) {
      return this;
    }
    return new Content(properties.deepCopy().put(MUNICIPALITY, municipality), geometry, note);
  }

  boolean isNothing() {
    return properties.isEmpty() && geometry.isNull();
  }

  static @Nullable String note(@Nullable String note) {
    String text = Field.text("note", note, LONGEST_NOTE);
    return note != null && text == null ? "" : text;
  }

  /** The note after this content was saved. */
  @Nullable String noteAfter(@Nullable String before) {
    return note == null ? before : note.isEmpty() ? null : note;
  }
}
