package org.comparto.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two versions of a feature, as far as the reader may see it.
 *
 * @param attributes in the layer's order; empty if none differs
 * @param geometry null if the shape is the same
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Difference(Side from, Side to, List<Value> attributes, @Nullable Shape geometry) {

  /** One of the two versions. */
  record Side(int version, String status, Instant at, String author) {}

  /** A value that differs; null where it was not known. */
  record Value(String name, JsonNode from, JsonNode to) {}

  /**
   * Two shapes and what lies between them, GeoJSON.
   *
   * @param added what only the later one covers; null for nothing
   * @param removed what only the former one covers; null for nothing
   * @param areaChange square metres more; null unless it is an area
   * @param lengthChange metres more; null unless it is a line
   * @param movedMetres how far its centre moved
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Shape(@JsonRawValue String from, @JsonRawValue String to, @JsonRawValue @Nullable String added, @JsonRawValue @Nullable String removed,
      @Nullable BigDecimal areaChange, @Nullable BigDecimal lengthChange, BigDecimal movedMetres) {}
}
