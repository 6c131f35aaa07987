package org.comparto.editing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A feature as it was asked for, held against its layer.
 *
 * @param values as they are kept, of the attributes that are given or follow from where it lies
 * @param shape well-known binary of EPSG:4326 in hexadecimal digits; null if none is given, or none that can be kept
 * @param territory to which it belongs, or would; null if to none
 * @param municipality in which it lies; null if in none that is known
 * @param faults all that is wrong with it and all that it lacks; empty if it can be published
 */
public record Checked(Map<String, JsonNode> values, @Nullable String shape, @Nullable String territory, @Nullable String municipality,
    List<Fault> faults) {

  /** Whether it can be kept as a draft: what it lacks can still come. */
  public boolean isStorable() {
    return faults.stream().allMatch(fault -> fault.kind() == Fault.Kind.MISSING);
  }

  /** Whether nothing is wrong and nothing missing. */
  public boolean isComplete() {
    return faults.isEmpty();
  }
}
