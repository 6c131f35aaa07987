package org.comparto.campaign;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.problem.StorableText;
import org.comparto.problem.UnreadableJson;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is sent. A thousand groups with ten preferences each are some 400 kB. */
final class Bodies {

  static final int MOST = 8 << 20;

  static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Bodies() {}

  static byte[] bytes(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST + 1);
    if (body.length > MOST) {
      throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body may have " + (MOST >> 20) + " MB at most here.", "body", null);
    }
    return body;
  }

  /** A JSON object in which every text can be stored. */
  static ObjectNode object(HttpServletRequest request) throws IOException {
    byte[] body = bytes(request);
    try {
      JsonNode tree = body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body);
      if (tree instanceof ObjectNode object) {
        StorableText.check(object);
        return object;
      }
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
    throw new InvalidInputException("body", "A JSON object is expected in the body.");
  }

  static <T> T value(JsonNode node, Class<T> type) {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }
}
