package org.comparto.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads inquiries. Who acts in one territory only sees what concerns it, and what concerns none in particular. */
@Component
class Inbox {

  private static final String INQUIRY = Sql.load("inquiry/inquiry.sql").text();
  private static final Map<String, String> CONDITIONS =
      Map.of("visible", Sql.load("inquiry/visible.sql").text().strip(), "chosen", Sql.load("inquiry/chosen.sql").text().strip());
  private static final String INQUIRIES = Sql.load("inquiry/inbox.sql").with(CONDITIONS);
  private static final String COUNTS = Sql.load("inquiry/inbox-counts.sql").with(CONDITIONS);
  private static final String EVENTS = Sql.load("inquiry/events.sql").text();
  private static final String MAILS = Sql.load("inquiry/mails.sql").text();
  private static final String MAIL_FIGURES = Sql.load("inquiry/mail-figures.sql").text();

  /** Something that was done with an inquiry. */
  record Event(Instant at, String author, String kind, @Nullable String before, @Nullable String after, @Nullable String note) {}

  /** @param nextAttemptAt null if it was sent or given up */
  record Mail(String kind, int attempts, @Nullable Instant nextAttemptAt, @Nullable Instant sentAt, @Nullable String error) {}

  /** How many there are of a state. */
  record Count(State state, long inquiries, long overdue) {}

  /** Mails that nobody has got yet. */
  record MailFigures(long waiting, long failed) {}

  private final JdbcClient db;
  private final InquiryProperties properties;

  Inbox(JdbcClient db, InquiryProperties properties) {
    this.db = db;
    this.properties = properties;
  }

  /** @param territory the only one that the reader may see; null for all */
  Optional<Inquiry> find(long id, @Nullable String territory) {
    return db.sql(INQUIRY).param("id", id).param("territory", territory).query(Inquiry::of).optional();
  }

  /**
   * Newest first.
   *
   * @param before only those that came before the one with this id; null to begin with the newest
   */
  List<Inquiry> list(InboxFilter filter, @Nullable String territory, @Nullable Long before, int limit) {
    return db.sql(INQUIRIES).params(values(filter, territory)).param("before", before).param("limit", limit).query(Inquiry::of).list();
  }

  List<Count> counts(InboxFilter filter, @Nullable String territory) {
    return db.sql(COUNTS).params(values(filter.ofAnyState(), territory))
        .query((row, n) -> new Count(State.of(row.getString("state")), row.getLong("inquiries"), row.getLong("overdue"))).list();
  }

  List<Event> events(long inquiry) {
    return db.sql(EVENTS).param("id", inquiry).query((row, n) -> new Event(Inquiry.instant(row, "at"), row.getString("author"),
        row.getString("kind"), row.getString("before"), row.getString("after"), row.getString("note"))).list();
  }

  List<Mail> mails(long inquiry) {
    return db.sql(MAILS).param("id", inquiry).query(Inbox::mail).list();
  }

  MailFigures mailFigures() {
    return db.sql(MAIL_FIGURES).query(MailFigures.class).single();
  }

  private Map<String, Object> values(InboxFilter filter, @Nullable String territory) {
    Map<String, Object> values = new HashMap<>();
    values.put("territory", territory);
    values.put("state", filter.state());
    values.put("assigned", filter.assigned());
    values.put("in_territory", filter.territory());
    values.put("older_than_hours", filter.olderThanHours());
    values.put("overdue", filter.overdue());
    values.put("target", (double) properties.responseTarget().toSeconds());
    return values;
  }

  private static Mail mail(ResultSet row, int number) throws SQLException {
    return new Mail(row.getString("kind"), row.getInt("attempts"), Inquiry.instant(row, "next_attempt_at"), Inquiry.instant(row, "sent_at"),
        row.getString("error"));
  }
}
