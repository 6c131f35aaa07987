package org.comparto.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a feature: who made it, when and why. */
interface Version {

  int version();

  /** Published, retired or draft. */
  String status();

  Instant at();

  String author();

  /** Who approved it; null if nobody else had to. */
  @Nullable String reviewer();

  /** Edit, load, rollback, demonstration or system. */
  String kind();

  @Nullable String reason();

  /**
   * A line of the list.
   *
   * @param changed names of the attributes that differ from the version before, as far as the reader may see them; empty for the first
   * @param geometryChanged the same of the shape
   * @param statusChanged the same of the status
   * @param deleted how the record ended here, if it did
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Entry(int version, String status, Instant at, String author, @Nullable String reviewer, String kind, @Nullable String reason,
      List<String> changed, boolean geometryChanged, boolean statusChanged, @Nullable End deleted) implements Version {}

  /** How a record ended: its row is gone, not only retired. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record End(Instant at, String author, @Nullable String reason) {}

  /** The feature as it was, a GeoJSON feature; values and shape are JSON as the database writes it. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record AsItWas(String type, long id, int version, String status, Instant at, String author, @Nullable String reviewer, String kind,
      @Nullable String reason, @JsonRawValue String geometry, @JsonRawValue String properties) implements Version {}
}
