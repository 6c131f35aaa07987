package org.comparto.district;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chance that nobody can foresee and that is always the same again: a keyed hash. Only the installation knows the key, which never leaves its database.
 * Not for several threads.
 */
final class Secret {

  private static final String ALGORITHM = "HmacSHA256";
  private final Mac mac;

  Secret(String key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** A number of 64 bits for what is named. */
  long number(String name) {
    return ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  /** Evenly spread over [0, 1). */
  double chance(String name) {
    return (number(name) >>> 11) * 0x1.0p-53;
  }
}
