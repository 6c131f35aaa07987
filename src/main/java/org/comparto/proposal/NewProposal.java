package org.comparto.proposal;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A proposal that somebody begins.
 *
 * @param feature null where it is about something new
 * @param key of the sender's choice: sent again with it, it is the same proposal
 */
record NewProposal(String layer, Kind kind, @Nullable Long feature, Content content, @Nullable UUID key) {

  /** As it is sent. */
  record Sent(@Nullable String layer, @Nullable String kind, @Nullable Long feature, @Nullable ObjectNode properties, @Nullable JsonNode geometry,
      @Nullable String note, @Nullable UUID key) {}

  static NewProposal of(Sent sent) {
    if (sent.layer() == null) {
      throw new InvalidInputException("layer", "layer is required");
    }
    Kind kind = kind(sent);
    if ((kind == Kind.CREATE) != (sent.feature() == null)) {
      throw new InvalidInputException("feature", "feature is the id of what is changed or retired; it goes with these and not with create");
    }
    boolean empty = sent.properties() == null || sent.properties().isEmpty();
    JsonNode geometry = sent.geometry() == null ? NullNode.instance : sent.geometry();
    if (kind == Kind.RETIRE && !(empty && geometry.isNull())) {
      throw new InvalidInputException("properties", "what is retired stays as it is: leave out properties and geometry");
    }
    return new NewProposal(sent.layer(), kind, sent.feature(),
        new Content(empty ? Content.NOTHING.properties() : sent.properties(), geometry, Content.note(sent.note())), sent.key());
  }

  private static Kind kind(Sent sent) {
    if (sent.kind() == null) {
      return sent.feature() == null ? Kind.CREATE : Kind.CHANGE;
    }
    return Stream.of(Kind.values()).filter(kind -> kind.toString().equals(sent.kind())).findFirst().orElseThrow(() ->
        new InvalidInputException("kind", "kind must be one of " + Stream.of(Kind.values()).map(Kind::toString).collect(Collectors.joining(", "))));
  }
}
