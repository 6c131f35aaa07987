package org.comparto.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What we take for somebody's address: one plain address, which can become no header of its own. */
public final class EmailAddress {

  private static final int LONGEST = 254;
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^@,;:<>()\"\\[\\]\\\\]]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]{2,}");

  /** Names that belong to nobody (RFC 2606, RFC 6761); demonstration data have them. */
  private static final Set<String> RESERVED_ENDS = Set.of("invalid", "test", "example", "localhost");
  private static final Set<String> RESERVED_DOMAINS = Set.of("example.com", "example.net", "example.org");

  private EmailAddress() {}

  /** Whether no server takes mail for it, so that none is ever sent: those of the demonstration are like this. */
  public static boolean isReserved(String email) {
    String domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return RESERVED_ENDS.contains(domain.substring(domain.lastIndexOf('.') + 1))
        || RESERVED_DOMAINS.stream().anyMatch(name -> domain.equals(name) || domain.endsWith("." + name));
  }

  /**
   * The address without blanks around it.
   *
   * @throws InvalidInputException naming the field, if it is none
   */
  public static String of(String field, @Nullable String value) {
    String email = value == null ? "" : value.strip();
    try {
      if (email.length() <= LONGEST && PLAIN.matcher(email).matches() && new InternetAddress(email, true).getAddress().equals(email)) {
        return email;
      }
    } catch (AddressException e) {
      // told below, in our words
    }
    throw new InvalidInputException(field, field + " is not an address like name@example.org");
  }
}
