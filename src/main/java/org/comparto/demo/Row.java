package org.comparto.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that every generated record carries; whoever makes the record adds its own. */
final class Row {

  static final String SOURCE = "Comparto demonstration data";
  // fixed, so that two loads of one scale give the same bytes
  private static final String WRITTEN_AT = "2026-11-01T00:00:00Z";

  private Row() {}

  static Map<String, @Nullable Object> of(long id, String code, @Nullable String name, @Nullable String territory,
      @Nullable String municipality, LocalDate verifiedOn) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", id);
    row.put("code", code);
    row.put("name", name);
    row.put("territory_code", territory);
    row.put("municipality_code", municipality);
    row.put("source", SOURCE);
    row.put("verified_on", verifiedOn);
    row.put("demonstration", true);
    row.put("created_at", WRITTEN_AT);
    row.put("created_by", "demonstration");
    row.put("updated_at", WRITTEN_AT);
    row.put("updated_by", "demonstration");
    return row;
  }
}
