package org.comparto.tour;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.account.Secret;
import org.comparto.tour.Tour.Participant;
import org.comparto.tour.Tour.Shared;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A tour as it is kept. @param shared null if there is no link, or it has ended */
record TourRow(long id, String name, String language, TourState state, int sequence, int version, ObjectNode question, Answer plan, @Nullable String note,
    List<Participant> participants, byte[] keyHash, @Nullable Long ownerId, @Nullable String owner, @Nullable Shared shared, Instant createdAt, Instant updatedAt) {

  /** Times keep the offset that they were written with. */
  static final JsonMapper MAPPER = JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();

  static TourRow of(ResultSet row, int number) throws SQLException {
    OffsetDateTime expires = row.getObject("share_expires", OffsetDateTime.class);
    String participants = row.getString("participants");
    return new TourRow(row.getLong("id"), row.getString("name"), row.getString("language"), TourState.of(row.getString("state")), row.getInt("sequence"),
        row.getInt("version"), (ObjectNode) MAPPER.readTree(row.getString("question")), MAPPER.readValue(row.getString("plan"), Answer.class), row.getString("note"),
        participants == null ? List.of() : MAPPER.readValue(participants, new TypeReference<>() {}), row.getBytes("key_hash"), row.getObject("owner_id", Long.class),
        row.getString("owner_name"), expires == null || expires.toInstant().isBefore(Instant.now()) ? null : new Shared(expires.toInstant(), row.getBoolean("share_contacts")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  /** Whose key it is, whose tour it is, and the desk. */
  boolean isOpenTo(@Nullable String key) {
    if (key != null && MessageDigest.isEqual(new Secret(key).hash(), keyHash)) {
      return true;
    }
    return CurrentAccount.find().filter(account -> !account.mustChangePassword())
        .filter(account -> account.may(Scope.PROPOSE) || ownerId != null && ownerId.equals(account.id())).isPresent();
  }

  /** For who may change it. */
  Tour whole() {
    return new Tour(id, name, language, state.word(), sequence, version, question, plan, note, participants, shared, owner, createdAt, updatedAt);
  }

  /** For who has the link. */
  Tour forAnybody() {
    boolean contacts = shared != null && shared.contacts();
    return new Tour(id, name, language, state.word(), sequence, version, question, plan, contacts ? note : null, contacts ? participants : List.of(), shared, null, createdAt,
        updatedAt);
  }
}
