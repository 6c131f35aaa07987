package org.comparto.inquiry;

import java.util.List;
import java.util.Set;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends; it checks itself, and has no place for what is not theirs to set.
 *
 * @param territory code of the territory of interest; null where the places tell, or none is preferred
 * @param places ids of public plots and zones
 * @param search the part of the page's address after #, from which a person came here
 * @param consent the version of the text that was agreed to
 * @param form the stamp of the form that was filled in
 * @param website a trap: people do not see this field, programs that fill in every field do
 */
record NewInquiry(Contact contact, Needs needs, @Nullable String territory, List<Long> places, @Nullable String message, String language,
    @Nullable String search, String consent, @Nullable String form, @Nullable String website) {

  static final int MOST_PLACES = 20;
  static final int LONGEST_MESSAGE = 4000;

  NewInquiry(@Nullable Contact contact, @Nullable Needs needs, @Nullable String territory, @Nullable List<@Nullable Long> places,
      @Nullable String message, @Nullable String language, @Nullable String search, @Nullable String consent, @Nullable String form,
      @Nullable String website) {
    if (contact == null) {
      throw new InvalidInputException("contact", "contact is required, with organisation, name and email");
    }
    if (needs == null) {
      throw new InvalidInputException("needs", "needs is required, with areaM2 and ateco or activity");
    }
    if (!needs.tellTheActivity()) {
      throw new InvalidInputException("needs.activity", "needs.activity is required where needs.ateco is not given");
    }
    if (places != null && (places.contains(null) || places.size() > MOST_PLACES || Set.copyOf(places).size() < places.size())) {
      throw new InvalidInputException("places", "places must be a list of at most " + MOST_PLACES + " different ids");
    }
    if (language == null || !(language.equals("it") || language.equals("en"))) {
      throw new InvalidInputException("language", "language must be it or en");
    }
    if (!ConsentText.VERSION.equals(consent)) {
      throw new InvalidInputException("consent", "consent must be \"" + ConsentText.VERSION
          + "\", the version of the text that GET /api/inquiries/form gives, as a sign that it was read and agreed to");
    }
    this.contact = contact;
    this.needs = needs;
    this.territory = Field.optional("territory", territory, 60);
    this.places = places == null ? List.of() : List.copyOf(places);
    this.message = Field.text("message", message, LONGEST_MESSAGE);
    this.language = language;
    this.search = Field.optional("search", search, 2000);
    this.consent = consent;
    this.form = Field.optional("form", form, 200);
    this.website = website;
  }

  boolean isFromAMachine() {
    return website != null && !website.isBlank();
  }
}
