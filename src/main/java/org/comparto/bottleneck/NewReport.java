package org.comparto.bottleneck;

import java.util.Map;
import java.util.Set;
import org.comparto.mail.EmailAddress;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports; it checks itself, but for where it lies.
 *
 * @param longitude in degrees, EPSG:4326, as latitude
 * @param contactName personal data, as email and phone: only the desk sees them; null where they were not given
 * @param photo the file as it was sent; null for none
 * @param form the stamp of the form that was filled in
 * @param isFromAMachine whether a field was filled in that people do not see
 */
record NewReport(String type, double longitude, double latitude, @Nullable String title, String description, @Nullable String contactName,
    @Nullable String email, @Nullable String phone, byte @Nullable [] photo, String language, @Nullable String form, boolean isFromAMachine) {

  static final int LONGEST_DESCRIPTION = 2000;
  private static final Map<String, String> MODES = Map.of("road_limit", "road", "bridge", "road", "level_crossing", "road", "junction", "road",
      "missing_link", "road", "rail", "rail", "waterway", "waterway", "power_grid", "energy", "broadband", "digital", "other", "other");

  /** As it is sent. */
  record Sent(@Nullable String type, @Nullable Double longitude, @Nullable Double latitude, @Nullable String title, @Nullable String description,
      @Nullable Contact contact, byte @Nullable [] photo, @Nullable String language, @Nullable String consent, @Nullable String form,
      @Nullable String website) {}

  /** Who may be asked back. */
  record Contact(@Nullable String name, @Nullable String email, @Nullable String phone) {}

  /** @throws InvalidInputException naming the field and the cure */
  static NewReport of(Sent sent) {
    if (sent.type() == null || !MODES.containsKey(sent.type())) {
      throw new InvalidInputException("type", "type must be one of " + String.join(", ", MODES.keySet().stream().sorted().toList()));
    }
    if (sent.longitude() == null || sent.latitude() == null || !(Math.abs(sent.longitude()) <= 180) || !(Math.abs(sent.latitude()) <= 90)) {
      throw new InvalidInputException("longitude", "longitude and latitude of the place are required, in degrees");
    }
    if (sent.language() == null || !Set.of("it", "en").contains(sent.language())) {
      throw new InvalidInputException("language", "language must be it or en");
    }
    if (!ConsentText.VERSION.equals(sent.consent())) {
      throw new InvalidInputException("consent", "consent must be \"" + ConsentText.VERSION
          + "\", the version of the text that GET /api/bottlenecks/reports/form gives, as a sign that it was read and agreed to");
    }
    String description = Field.text("description", sent.description(), LONGEST_DESCRIPTION);
    if (description == null) {
      throw new InvalidInputException("description", "description is required: what is in the way, and for whom");
    }
    Contact contact = sent.contact() == null ? new Contact(null, null, null) : sent.contact();
    return new NewReport(sent.type(), sent.longitude(), sent.latitude(), Field.optional("title", sent.title(), 120), description,
        Field.optional("contact.name", contact.name(), 120),
        contact.email() == null || contact.email().isBlank() ? null : EmailAddress.of("contact.email", contact.email()),
        Field.phone("contact.phone", contact.phone()), sent.photo(), sent.language(), Field.optional("form", sent.form(), 200),
        sent.website() != null && !sent.website().isBlank());
  }

  String mode() {
    return MODES.get(type);
  }
}
