package org.comparto.survey;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One company asked once.
 *
 * @param campaignId null for an interview; then all groups are asked about, and the answer is taken in at once
 * @param email null once nothing is to be sent any more
 * @param draft JSON: what is typed and not sent yet
 * @param expiresAt null for an interview
 * @param companyVersion null if the company is there no more
 */
record Survey(long id, @Nullable Long campaignId, @Nullable String campaign, List<String> groups, String intake, String language, @Nullable String message,
    @Nullable Instant expiresAt, boolean isOver, long companyId, @Nullable Integer companyVersion, @Nullable String companyCode, @Nullable String companyName,
    @Nullable String territory, String way, @Nullable String email, String state, String draft, int draftVersion, @Nullable String statedBy,
    @Nullable Long proposalId) {

  private static final Set<String> OPEN = Set.of("sent", "opened", "begun");

  boolean isInterview() {
    return campaignId == null;
  }

  /** What the page says: a state that takes an answer, one that has ended it, expired, or gone. */
  String shown() {
    return !OPEN.contains(state) ? state : companyVersion == null ? "gone" : isOver ? "expired" : state;
  }

  boolean takesAnswer() {
    return OPEN.contains(shown());
  }
}
