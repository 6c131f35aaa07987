package org.comparto.owner;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.mail.EmailAddress;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The e-mail address among the words of a plot's owner contact. */
record OwnerAddress(String email) {

  private static final Pattern IN_WORDS = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]{2,}");

  /** The first one, empty if there is none that can be written to. */
  static Optional<OwnerAddress> in(@Nullable String contact) {
    Matcher found = IN_WORDS.matcher(contact == null ? "" : contact);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OwnerAddress(EmailAddress.of("owner_contact", found.group())));
    } catch (InvalidInputException e) {
      return Optional.empty(); // looks like one and is none
    }
  }

  /** Whether no server takes mail for it, so that none is ever sent: the demonstration's owners are like this. */
  boolean isReserved() {
    return EmailAddress.isReserved(email);
  }

  /** What makes two of them the same. */
  String key() {
    return email.toLowerCase(Locale.ROOT);
  }
}
