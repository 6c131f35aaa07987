package org.comparto.tour;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.problem.UnreadableJson;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is sent: one JSON object, each member once, of a size that no tour exceeds. */
final class Bodies {

  private static final int MOST = 2 << 20;
  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Bodies() {}

  /** @throws RefusedException 413 if it is larger */
  static ObjectNode read(HttpServletRequest request) throws IOException {
    byte[] sent = request.getInputStream().readNBytes(MOST + 1);
    if (sent.length > MOST) {
      throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A tour may have " + (MOST >> 20) + " MB at most as it is sent.", "body", null);
    }
    try {
      JsonNode tree = MAPPER.readTree(sent);
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
    throw new InvalidInputException("body", "A JSON object is expected in the body.");
  }
}
