package org.comparto.owner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is kept.
 *
 * @param state unconfirmed, received, published, refused or spam
 * @param plotId the plot that it changes, or became; null for a new one that is not public yet
 * @param proposalId null until the address is confirmed
 * @param contactName null once it is erased, as organisation, email, phone and message
 * @param properties a JSON object, by the names of the layer
 * @param geometry GeoJSON; null where only values change
 */
record Offer(long id, String ticket, String state, @Nullable Long plotId, @Nullable Long proposalId, Instant receivedAt, @Nullable Instant confirmedAt,
    @Nullable Instant decidedAt, @Nullable String reason, String territoryCode, @Nullable String municipalityCode, String language, String offeredBy,
    @Nullable String organisation, @Nullable String contactName, @Nullable String email, @Nullable String phone, @Nullable String message,
    @Nullable Instant erasedAt, String properties, @Nullable String geometry, boolean hasPhoto) {

  /** What its sender is told: nobody learns that they were taken for a machine. */
  String stateShownToSender() {
    return state.equals("spam") ? "unconfirmed" : state;
  }
}
