package org.comparto.ogc;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema of a layer's properties as OGC API - Features - Part 5 (23-058) wants it: logical, whatever the encoding.
 *
 * @param dialect of JSON Schema
 * @param id where it is read
 * @param properties by name, in the order in which they are shown
 * @param required null where nothing is, as in what can be asked
 */
record SchemaDocument(@JsonProperty("$schema") String dialect, @JsonProperty("$id") String id, String type, String title, String description,
    Map<String, Property> properties, @Nullable List<String> required, boolean additionalProperties) {

  static final String MEDIA_TYPE = "application/schema+json";

  /**
   * One property.
   *
   * @param type a JSON type, or several; null for geometries only
   * @param values all that occur, where there is a code list
   * @param titled the same with their titles
   * @param role what the property is for its feature
   * @param collectionId where the feature is that a reference names
   * @param unit in UCUM; null where UCUM has no word for it
   * @param position unique and ascending
   */
  record Property(String title, @Nullable String description, @Nullable Object type, @Nullable String format, @Nullable Property items,
      @JsonProperty("enum") @Nullable List<String> values, @JsonProperty("oneOf") @Nullable List<Code> titled, @Nullable Boolean readOnly,
      @JsonProperty("x-ogc-role") @Nullable String role, @JsonProperty("x-ogc-collectionId") @Nullable String collectionId,
      @JsonProperty("x-ogc-unit") @Nullable String unit, @JsonProperty("x-ogc-propertySeq") @Nullable Integer position) {}

  /** A code with its title. */
  record Code(@JsonProperty("const") String value, String title) {}
}
