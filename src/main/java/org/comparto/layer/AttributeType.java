package org.comparto.layer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/** The kinds of value an attribute may hold, and the database types that can hold them. */
public enum AttributeType {
  @JsonProperty("text") TEXT("text"),
  @JsonProperty("text_list") TEXT_LIST("_text", "_int8"),
  @JsonProperty("integer") INTEGER("int2", "int4", "int8"),
  @JsonProperty("number") NUMBER("numeric", "float4", "float8", "int4", "int8"),
  @JsonProperty("boolean") BOOLEAN("bool"),
  @JsonProperty("date") DATE("date"),
  @JsonProperty("datetime") DATETIME("timestamptz"),
  @JsonProperty("json") JSON("jsonb");

  private final Set<String> databaseTypes;

  AttributeType(String... databaseTypes) {
    this.databaseTypes = Set.of(databaseTypes);
  }

  boolean fits(String databaseType) {
    return databaseTypes.contains(databaseType);
  }
}
