package org.comparto.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry as it stands in the database.
 *
 * @param contact null once the person is erased
 * @param territories codes; none for what concerns every desk
 */
record Inquiry(long id, String ticket, int version, Instant receivedAt, State state, @Nullable String assignedTo, @Nullable Instant answeredAt,
    List<String> territories, String language, @Nullable Contact contact, Needs needs, @Nullable String message, @Nullable String search,
    String consentVersion, Instant consentAt, @Nullable Instant erasedAt) {

  static Inquiry of(ResultSet row, int number) throws SQLException {
    Instant erasedAt = instant(row, "erased_at");
    Contact contact = erasedAt != null ? null
        : new Contact(row.getString("organisation"), row.getString("contact_name"), row.getString("email"), row.getString("phone"));
    return new Inquiry(row.getLong("id"), row.getString("ticket"), row.getInt("version"), instant(row, "received_at"),
        State.of(row.getString("state")), row.getString("assigned_to"), instant(row, "answered_at"),
        List.of((String[]) row.getArray("territories").getArray()), row.getString("language"), contact, needs(row), row.getString("message"),
        row.getString("search"), row.getString("consent_version"), instant(row, "consent_at"), erasedAt);
  }

  private static Needs needs(ResultSet row) throws SQLException {
    String offerType = row.getString("offer_type");
    return new Needs(row.getString("ateco_code"), row.getObject("ateco_version", Integer.class), row.getString("activity"),
        number(row, "area_m2"), number(row, "power_kw"), number(row, "water_l_s"), row.getObject("jobs", Integer.class),
        row.getObject("earliest", LocalDate.class), row.getObject("latest", LocalDate.class),
        offerType == null ? null : OfferType.valueOf(offerType.toUpperCase(Locale.ROOT)), number(row, "budget_eur"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  /** Null where the column is. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
