package org.comparto.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was noted, last first. */
@Component
public class AuditLog {

  /**
   * Which entries; what is null does not matter.
   *
   * @param from the first moment
   * @param to the first moment that is too late
   * @param who an account's name as it was noted
   * @param subject what it was done to, or how that begins: {@code account:}
   */
  public record Filter(@Nullable Instant from, @Nullable Instant to, @Nullable String who, @Nullable AuditAction action, @Nullable String subject) {}

  private static final Sql ENTRIES = Sql.load("audit/entries.sql");

  private final JdbcClient db;

  AuditLog(JdbcClient db) {
    this.db = db;
  }

  /** @param before the last entry of the page before; null for the first page */
  public List<AuditEntry> list(Filter filter, @Nullable AuditEntry before, int limit) {
    return list(filter, before == null ? null : before.at(), before == null ? 0 : before.id(), limit);
  }

  /** @param at moment and number of the last entry of the page before; null for the first page */
  public List<AuditEntry> list(Filter filter, @Nullable Instant at, long id, int limit) {
    List<String> conditions = new ArrayList<>(List.of("true")); // only what is asked for, so that the fitting index is found
    if (at != null) {
      conditions.add("(at, id) < (:at, :id)");
    }
    if (filter.from() != null) {
      conditions.add("at >= :from");
    }
    if (filter.to() != null) {
      conditions.add("at < :to");
    }
    if (filter.who() != null) {
      conditions.add("who = :who");
    }
    if (filter.action() != null) {
      conditions.add("action = :action");
    }
    if (filter.subject() != null) {
      conditions.add("starts_with(subject, :subject)");
    }
    return db.sql(ENTRIES.with(Map.of("conditions", String.join(" AND ", conditions))))
        .param("at", timestamp(at)).param("id", id).param("from", timestamp(filter.from())).param("to", timestamp(filter.to()))
        .param("who", filter.who()).param("action", filter.action() == null ? null : filter.action().word()).param("subject", filter.subject())
        .param("limit", limit)
        .query((row, n) -> new AuditEntry(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("who"), row.getString("action"),
            row.getString("subject"), row.getString("detail"))).list();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
