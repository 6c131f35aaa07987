package org.comparto.owner;

import java.util.Set;
import org.comparto.mail.EmailAddress;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plot that somebody offers; it checks itself, but for what the layer asks of its values and its shape.
 *
 * @param plot values by the layer's names, only such as {@link OfferedFields} has
 * @param geometry GeoJSON, longitude and latitude
 * @param photo the file as it was sent; null for none
 * @param form the stamp of the form that was filled in
 * @param isFromAMachine whether a field was filled in that people do not see
 */
record NewOffer(ObjectNode plot, JsonNode geometry, Contact contact, @Nullable String message, byte @Nullable [] photo, String language,
    @Nullable String form, boolean isFromAMachine) {

  static final int LONGEST_MESSAGE = 4000;
  private static final Set<String> OFFERED_BY = Set.of("owner", "agent", "municipality");

  /**
   * Who offers; it checks itself. Personal data: only the desk sees them.
   *
   * @param offeredBy owner, agent or municipality
   */
  record Contact(String offeredBy, @Nullable String organisation, String name, String email, @Nullable String phone) {

    Contact(@Nullable String offeredBy, @Nullable String organisation, @Nullable String name, @Nullable String email, @Nullable String phone) {
      if (offeredBy == null || !OFFERED_BY.contains(offeredBy)) {
        throw new InvalidInputException("contact.offeredBy", "contact.offeredBy must be owner, agent or municipality");
      }
      this.offeredBy = offeredBy;
      this.organisation = offeredBy.equals("municipality") ? Field.required("contact.organisation", organisation, 200)
          : Field.optional("contact.organisation", organisation, 200);
      this.name = Field.required("contact.name", name, 120);
      this.email = EmailAddress.of("contact.email", email);
      this.phone = Field.phone("contact.phone", phone);
    }
  }

  /** As it is sent. */
  record Sent(@Nullable ObjectNode plot, @Nullable ObjectNode geometry, @Nullable Contact contact, @Nullable String message, byte @Nullable [] photo,
      @Nullable String language, @Nullable String consent, @Nullable String form, @Nullable String website) {}

  /** @throws InvalidInputException naming the field and the cure */
  static NewOffer of(Sent sent) {
    if (sent.plot() == null) {
      throw new InvalidInputException("plot", "plot is required: an object with what is known of the plot");
    }
    OfferedFields.check(sent.plot());
    if (sent.geometry() == null) {
      throw new InvalidInputException("geometry", "geometry is required: the outline of the plot as a GeoJSON polygon");
    }
    if (sent.contact() == null) {
      throw new InvalidInputException("contact", "contact is required, with offeredBy, name and email");
    }
    if (!ConsentText.VERSION.equals(sent.consent())) {
      throw new InvalidInputException("consent", "consent must be \"" + ConsentText.VERSION
          + "\", the version of the text that GET /api/offers/form gives, as a sign that it was read and agreed to");
    }
    return new NewOffer(sent.plot(), sent.geometry(), sent.contact(), Field.text("message", sent.message(), LONGEST_MESSAGE), sent.photo(),
        language(sent.language()), Field.optional("form", sent.form(), 200), sent.website() != null && !sent.website().isBlank());
  }

  static String language(@Nullable String language) {
    if (language == null || !(language.equals("it") || language.equals("en"))) {
      throw new InvalidInputException("language", "language must be it or en");
    }
    return language;
  }
}
