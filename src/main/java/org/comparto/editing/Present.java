package org.comparto.editing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A feature as it is at this moment, published or retired.
 *
 * @param version the number of its version, one more with each change
 * @param status published or retired
 * @param properties of all attributes that may be written, those of the desk too: not for everybody's eyes
 * @param geometry GeoJSON, longitude first
 * @param territory null for a feature of a loaded layer that lies in none
 */
public record Present(int version, String status, ObjectNode properties, JsonNode geometry, @Nullable String territory,
    @Nullable String municipality, Instant updatedAt, String updatedBy) {}
