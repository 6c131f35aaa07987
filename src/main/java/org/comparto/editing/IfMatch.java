package org.comparto.editing;

import java.util.Arrays;
import org.comparto.feature.FeatureVersion;
import org.comparto.layer.Layer;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The version of a feature on which a change was decided, as the header If-Match names it.
 *
 * @param header null if there is none
 * @param client the User-Agent; null if it does not say
 */
public record IfMatch(@Nullable String header, @Nullable String client) {

  public IfMatch(@Nullable String header) {
    this(header, null);
  }

  boolean isMissing() {
    return header == null || header.isBlank();
  }

  /**
   * Compared strongly; each form of an answer has a tag of its own, which begins with that of the feature's version.
   *
   * @throws RefusedException 428 if no version is named, 412 with the present one if it is another
   */
  void check(Layer layer, StoredFeature feature) {
    FeatureVersion current = feature.version();
    if (isMissing() || header.trim().equals("*")) {
      throw required();
    }
    boolean matches = Arrays.stream(header.split(",")).map(String::trim).filter(tag -> tag.matches("\"[^\"]+\""))
        .map(tag -> tag.substring(1, tag.length() - 1)).anyMatch(tag -> tag.equals(current.tag()) || tag.startsWith(current.tag() + "-"));
    if (!matches) {
      throw Conflict.of(layer, feature);
    }
  }

  static RefusedException required() {
    return new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required",
        "Name the version that you have read: If-Match with the ETag of this feature.", "If-Match", null);
  }
}
