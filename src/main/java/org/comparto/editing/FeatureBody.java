package org.comparto.editing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what was sent as JSON: all of it, not too much, numbers exactly, no name twice, and only text that the database can keep. */
final class FeatureBody {

  static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** What may stand beside type, id, geometry and properties, since our own answers have it; it is passed over. */
  private static final Set<String> PASSED_OVER = Set.of("bbox", "links", "distance_m");
  private static final Set<String> MEMBERS = Set.of("type", "id", "geometry", "properties");

  private FeatureBody() {}

  /**
   * A GeoJSON feature, or a merge patch of one.
   *
   * @throws RefusedException if it is larger than allowed, answered with 413
   * @throws InvalidInputException saying what is wrong with it
   */
  static ObjectNode read(InputStream in, DataSize largest) throws IOException {
    byte[] bytes = in.readNBytes((int) largest.toBytes() + 1);
    if (bytes.length > largest.toBytes()) {
      throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "One feature may be " + largest.toMegabytes()
          + " MB at most as it is sent; simplify its geometry.", "body", null);
    }
    try {
      if (!(JSON.readTree(bytes) instanceof ObjectNode feature)) {
        throw new InvalidInputException("body", "The body must be one JSON object: a GeoJSON feature, or a merge patch of one.");
      }
      check(feature);
      return feature;
    } catch (JacksonException e) {
      String reason = "The body is no valid JSON: " + e.getOriginalMessage();
      throw RefusedException.of(HttpStatus.BAD_REQUEST, "invalid-parameter", reason, "body", Map.of("faults", List.of(Fault.wrong("body-unreadable", null, reason))));
    }
  }

  /** @throws InvalidInputException saying what is wrong with it */
  static void check(ObjectNode feature) {
    checkText(feature);
    checkMembers(feature);
  }

  private static void checkMembers(ObjectNode feature) {
    for (String name : feature.propertyNames()) {
      if (name.equals("crs")) {
        throw new InvalidInputException("crs", "A feature has no member crs; say the reference system in the header Content-Crs.");
      }
      if (!MEMBERS.contains(name) && !PASSED_OVER.contains(name)) {
        throw new InvalidInputException(shortened(name), "\"" + shortened(name)
            + "\" is not a member of a feature; attributes stand in its properties.");
      }
    }
    if (feature.has("type") && !feature.path("type").asString("").equals("Feature")) {
      throw new InvalidInputException("type", "type must be \"Feature\".");
    }
    if (feature.has("properties") && !feature.path("properties").isObject()) {
      throw new InvalidInputException("properties", "properties must be an object.");
    }
  }

  /** PostgreSQL keeps neither the character 0 nor half of a surrogate pair. */
  private static void checkText(JsonNode node) {
    if (node.isString()) {
      checkCharacters(node.asString());
    } else {
      node.propertyNames().forEach(FeatureBody::checkCharacters);
      node.forEach(FeatureBody::checkText);
    }
  }

  private static void checkCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || Character.isSurrogate(c) && !pair) {
        throw new InvalidInputException("body", "A text holds a character that can not be kept (\\u" + String.format(Locale.ROOT, "%04x", (int) c) + ").");
      }
      i += pair ? 1 : 0;
    }
  }

  static String shortened(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
