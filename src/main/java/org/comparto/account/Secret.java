package org.comparto.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The text of a token: 256 random bits behind a prefix by which leaked ones are found. Only its hash is ever kept. */
public record Secret(String text) {

  static final String PREFIX = "comparto_";
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Secret random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256, 32 bytes. */
  public byte[] hash() {
    return digest(text);
  }

  /** A text's SHA-256 as OAuth 2.0 writes it (RFC 7636): base64url without padding. */
  static String sha256(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(text));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps the text out of logs. */
  @Override
  public String toString() {
    return "Secret";
  }
}
