package org.comparto.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The text of a token: 256 random bits behind a prefix by which leaked ones are found. Only its hash is ever kept. */
public record Secret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();

  public static Secret random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Secret("comparto_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256, 32 bytes. */
  public byte[] hash() {
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
