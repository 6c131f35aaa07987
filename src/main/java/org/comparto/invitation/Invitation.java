package org.comparto.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.comparto.hours.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One host asked for one visit.
 *
 * @param host id of the feature; layer and name as they were when it was asked
 * @param window the visit on the table, on the clock of the place; of a countered one what the host has named
 * @param askedDate what was asked first, as askedWindow; null unless another time was named since
 * @param createdBy a username; null for somebody with the key of a tour
 * @param answeredBy host, or the username of who wrote down what the host said
 * @param hostEmail null where the host is asked by telephone, and once it is erased
 * @param organiser its values are null once they are erased
 */
record Invitation(long id, long host, String hostLayer, String hostName, String about, State state, LocalDate date, Window window,
    @Nullable LocalDate askedDate, @Nullable Window askedWindow, int people, Party group, String language, String hostLanguage, Instant createdAt,
    @Nullable String createdBy, Instant expiresAt, @Nullable Instant answeredAt, @Nullable String answeredBy, @Nullable String reason, int reminders,
    @Nullable String hostEmail, Organiser organiser, @Nullable String note, boolean erased, @Nullable Instant mailedAt, @Nullable String mailError) {

  static Invitation of(ResultSet row, int number) throws SQLException {
    Integer askedStarts = row.getObject("asked_starts", Integer.class);
    return new Invitation(row.getLong("id"), row.getLong("host_id"), row.getString("host_layer"), row.getString("host_name"), row.getString("about"),
        State.find(row.getString("state")).orElseThrow(), row.getObject("visit_date", LocalDate.class), new Window(row.getInt("starts"), row.getInt("ends")),
        row.getObject("asked_date", LocalDate.class), askedStarts == null ? null : new Window(askedStarts, row.getInt("asked_ends")), row.getInt("people"),
        JsonMapper.shared().readValue(row.getString("party"), Party.class), row.getString("language"), row.getString("host_language"),
        instant(row, "created_at"), row.getString("created_by"), instant(row, "expires_at"), instant(row, "answered_at"), row.getString("answered_by"),
        row.getString("reason"), row.getInt("reminders"), row.getString("host_email"),
        new Organiser(row.getString("organiser_name"), row.getString("organiser_email"), row.getString("organiser_phone")), row.getString("note"),
        row.getObject("erased_at") != null, instant(row, "mailed_at"), row.getString("mail_error"));
  }

  /** Whether the host's word is still awaited. */
  boolean isOpen() {
    return state == State.PROPOSED;
  }

  /** What it says to whoever looks: one that nobody has answered in time has expired, also before somebody has noted that. */
  State shown() {
    return (state == State.PROPOSED || state == State.COUNTERED) && expiresAt.isBefore(Instant.now()) ? State.EXPIRED : state;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
