package org.comparto.alert;

import java.util.List;
import java.util.regex.Pattern;
import org.comparto.mail.EmailAddress;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saves; it checks itself, but for the filter.
 *
 * @param filter CQL2 text; empty for every plot
 * @param sort as GET /api/plots takes it, for the way back to the list; null for none
 * @param title what they call it; null for nothing
 * @param email who wants mail; null for nobody
 * @param consent the version of the text that was agreed to; needed with an address
 * @param website a trap: people do not see this field
 */
record NewAlert(String filter, @Nullable String sort, @Nullable String title, String language, @Nullable String email, List<EventKind> events) {

  private static final int LONGEST_TITLE = 120;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern SORT = Pattern.compile("-?[a-z][a-z0-9_]{0,60}(,-?[a-z][a-z0-9_]{0,60}){0,5}");

  /** As it is sent. */
  record Sent(@Nullable String filter, @Nullable String sort, @Nullable String title, @Nullable String language, @Nullable String email,
      @Nullable List<@Nullable String> events, @Nullable String consent, @Nullable String website) {}

  /** @throws InvalidInputException naming what is wrong */
  static NewAlert of(Sent sent) {
    String language = sent.language();
    if (language == null || !(language.equals("it") || language.equals("en"))) {
      throw new InvalidInputException("language", "language must be it or en");
    }
    if (sent.sort() != null && !SORT.matcher(sent.sort()).matches()) {
      throw new InvalidInputException("sort", "sort must be names of attributes, comma-separated, with - in front for the largest first");
    }
    String title = sent.title() == null || sent.title().isBlank() ? null : sent.title().strip();
    if (title != null && (title.length() > LONGEST_TITLE || CONTROL.matcher(title).find())) {
      throw new InvalidInputException("title", "title must be one line of at most " + LONGEST_TITLE + " characters");
    }
    boolean byMail = sent.email() != null && !sent.email().isBlank();
    String email = byMail ? EmailAddress.of("email", sent.email()) : null;
    if (byMail && !ConsentText.VERSION.equals(sent.consent())) {
      throw new InvalidInputException("consent", "consent must be \"" + ConsentText.VERSION
          + "\", the version of the text that GET /api/alerts/form gives, as a sign that it was read and agreed to");
    }
    boolean isFromAMachine = sent.website() != null && !sent.website().isBlank();
    return new NewAlert(sent.filter() == null ? "" : sent.filter().strip(), sent.sort(), title, language, isFromAMachine ? null : email,
        EventKind.of(sent.events()));
  }
}
