package org.comparto.proposal;

import java.io.IOException;
import java.io.InputStream;
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

/** JSON as it is sent here and kept here: numbers to their last digit, no name twice, no member that nobody declared. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
          DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  /** As much as a feature written directly may have. */
  private static final int MOST_BYTES = 5 * 1024 * 1024;

  private Json() {}

  /**
   * What was sent, as one record.
   *
   * @throws RefusedException if it is larger than allowed, answered with 413
   * @throws InvalidInputException saying what is wrong with it
   */
  static <T> T read(InputStream body, Class<T> type) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A proposal may be 5 MB at most as it is sent; simplify its geometry.",
          "body", null);
    }
    try {
      if (!(MAPPER.readTree(bytes) instanceof ObjectNode object)) {
        throw new InvalidInputException("body", "A JSON object is expected in the body.");
      }
      StorableText.check(object);
      return MAPPER.treeToValue(object, type);
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }

  static ObjectNode object(String json) {
    return (ObjectNode) MAPPER.readTree(json);
  }

  /** Whether two values are the same: numbers by what they are, not by how they are written. */
  static boolean same(JsonNode a, JsonNode b) {
    return a.equals((x, y) -> x.isNumber() && y.isNumber() ? x.decimalValue().compareTo(y.decimalValue()) : x.equals(y) ? 0 : 1, b);
  }
}
