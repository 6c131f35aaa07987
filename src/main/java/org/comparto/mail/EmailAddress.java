package org.comparto.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What we take for somebody's address: one plain address, which can become no header of its own. */
public final class EmailAddress {

  private static final int LONGEST = 254;
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^@,;:<>()\"\\[\\]\\\\]]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]{2,}");

  private EmailAddress() {}

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
