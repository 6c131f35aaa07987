package org.comparto.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one browser has to bring back from the provider, kept in a signed cookie of its own: no row for who only looks, and
 * nothing that another browser could finish.
 *
 * @param verifier of PKCE
 * @param view the part of the page's address behind the # sign, to which the person returns; may be empty
 */
record OidcAttempt(String state, String nonce, String verifier, String view, Instant until) {

  static final Duration VALID = Duration.ofMinutes(10);
  private static final String PURPOSE = "oidc";
  /** Behind a # sign it leads nowhere else, whatever it holds; this keeps it a view of ours. */
  private static final Pattern VIEW = Pattern.compile("[A-Za-z0-9=&%,.:/_-]{0,1000}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static OidcAttempt begin(@Nullable String view) {
    return new OidcAttempt(random(), random(), random(), view != null && VIEW.matcher(view).matches() ? view : "", Instant.now().plus(VALID));
  }

  String sealed(Signing signing) {
    String text = String.join("|", state, nonce, verifier, String.valueOf(until.getEpochSecond()), view);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes()) + "." + signing.sign(PURPOSE, text);
  }

  /** Empty if it is not ours, or too old. */
  static Optional<OidcAttempt> open(Signing signing, String cookie) {
    String[] halves = cookie.split("\\.", 2);
    try {
      String text = new String(Base64.getUrlDecoder().decode(halves[0]));
      String[] parts = text.split("\\|", 5);
      if (halves.length < 2 || parts.length < 5 || !signing.isSigned(PURPOSE, text, halves[1])) {
        return Optional.empty();
      }
      OidcAttempt attempt = new OidcAttempt(parts[0], parts[1], parts[2], parts[4], Instant.ofEpochSecond(Long.parseLong(parts[3])));
      return attempt.until().isAfter(Instant.now()) ? Optional.of(attempt) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
