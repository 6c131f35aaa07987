package org.comparto.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the database keeps and has to know again: AES-256-GCM, bound to what it is for. The key is made of the
 * installation's own secret and of {@code comparto.accounts.key}; whoever has only the database can not read it if that is set.
 */
@Component
class Sealing {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Signing signing;
  private final AccountProperties settings;
  private final SecureRandom random = new SecureRandom();

  Sealing(Signing signing, AccountProperties settings) {
    this.signing = signing;
    this.settings = settings;
  }

  /** @param purpose what it is for: sealed for one purpose it opens for no other */
  byte[] seal(String purpose, byte[] open) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, open);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /** @throws IllegalStateException if it was sealed with another key or for another purpose */
  byte[] open(String purpose, byte[] sealed) {
    byte[] nonce = new byte[NONCE_BYTES];
    byte[] rest = new byte[sealed.length - NONCE_BYTES];
    ByteBuffer.wrap(sealed).get(nonce).get(rest);
    return run(Cipher.DECRYPT_MODE, purpose, nonce, rest);
  }

  private byte[] run(int mode, String purpose, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, new SecretKeySpec(Base64.getUrlDecoder().decode(signing.sign("sealing", settings.key())), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("What the database keeps encrypted can not be read: is comparto.accounts.key the one it was written with?", e);
    }
  }
}
