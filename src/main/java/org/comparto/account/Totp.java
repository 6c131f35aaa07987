package org.comparto.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.util.UriUtils;

/**
 * Codes that change with time, as RFC 6238 makes them of RFC 4226's: HMAC-SHA-1, six digits, a step of 30 s. This is what every
 * authenticator app can do; other digests and lengths are what some can not.
 */
final class Totp {

  private static final String ALGORITHM = "HmacSHA1";
  private static final int STEP_S = 30;
  private static final int DIGITS = 6;
  private static final int SECRET_BYTES = 20; // as long as the digest, RFC 4226 section 4
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  static long stepAt(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP_S);
  }

  static String code(byte[] secret, long step) {
    return code(secret, step, DIGITS);
  }

  /** @param digits at most 8 */
  static String code(byte[] secret, long step, int digits) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
      return String.format(Locale.ROOT, "%0" + digits + "d", number % (int) Math.pow(10, digits));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The step whose code this is: the present one, or that before or after it, for clocks that differ; empty if of none. */
  static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    long present = stepAt(now);
    return LongStream.rangeClosed(present - 1, present + 1)
        .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(), code.getBytes())).max();
  }

  /** As people type a secret that no camera reads: RFC 4648, 32 characters. */
  static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < secret.length * 8; bit += 5) {
      int five = 0;
      for (int i = bit; i < bit + 5; i++) {
        five = five << 1 | (i < secret.length * 8 ? secret[i / 8] >> (7 - i % 8) & 1 : 0);
      }
      text.append(BASE32.charAt(five));
    }
    return text.toString();
  }

  /** What an authenticator app reads from a QR code. @param house whose account it is */
  static String address(String house, String username, byte[] secret) {
    String issuer = UriUtils.encode(house, "UTF-8");
    return "otpauth://totp/" + issuer + ":" + UriUtils.encode(username, "UTF-8") + "?secret=" + base32(secret) + "&issuer=" + issuer
        + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_S;
  }
}
