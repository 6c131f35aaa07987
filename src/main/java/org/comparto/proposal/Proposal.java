package org.comparto.proposal;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A proposal as it is kept.
 *
 * @param feature null for what does not exist yet
 * @param version raised by everything that is written to it
 * @param author a username, or {@code form:…} for somebody without an account
 * @param writers everybody who wrote any version of it, the author included
 * @param territory where it lies, or for whom it was begun; null for neither, as the municipality
 * @param properties of a new feature what it is; of a change only what becomes different, null where a value is taken away
 * @param geometry GeoJSON of EPSG:4326, longitude first, to the last digit; null if it is not drawn yet, or stays as it is
 * @param baseVersion the version of the feature that was read; null for a new one
 * @param note why, in the author's words
 * @param publishedVersion of the feature, once it is published
 */
record Proposal(long id, String layer, @Nullable Long feature, Kind kind, State state, int version, String author, List<String> writers,
    @Nullable String territory, @Nullable String municipality, @Nullable String title, ObjectNode properties, @Nullable JsonNode geometry,
    @Nullable Integer baseVersion, @Nullable String note, Instant createdAt, Instant updatedAt, String updatedBy,
    @Nullable Integer publishedVersion) {

  /** What others have proposed for values that somebody does not see. */
  ObjectNode hidden(Predicate<String> seen) {
    return Snapshot.only(properties, seen.negate());
  }
}
