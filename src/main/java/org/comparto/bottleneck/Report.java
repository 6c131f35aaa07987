package org.comparto.bottleneck;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as the desk sees it, with its bottleneck as that is now.
 *
 * @param state new, published, merged, refused or spam
 * @param contactName null where none was given, or once it is erased; as email and phone
 * @param reason of the decision
 */
record Report(long id, String ticket, int version, Instant receivedAt, String state, long bottleneckId, @Nullable Long mergedInto, String territoryCode,
    String language, @Nullable String contactName, @Nullable String email, @Nullable String phone, @Nullable Instant decidedAt,
    @Nullable String decidedBy, @Nullable String reason, @Nullable Instant erasedAt, @Nullable String type, @Nullable String name,
    @Nullable String descriptionIt, @Nullable String descriptionEn, @Nullable Double longitude, @Nullable Double latitude, boolean hasPhoto) {

  boolean isOpen() {
    return state.equals("new") || state.equals("spam");
  }
}
