package org.comparto.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs what we hand out and want to know again: HMAC-SHA256 with the installation's own secret, which all instances share. */
@Component
public class Signing {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

  private final JdbcClient db;
  private volatile @Nullable SecretKeySpec key;

  Signing(JdbcClient db) {
    this.db = db;
  }

  /** @param purpose what it is for: a signature for one purpose is none for another */
  public String sign(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal((purpose + ":" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean isSigned(String purpose, String text, String signature) {
    return MessageDigest.isEqual(sign(purpose, text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  /** A link's key to one record: computed and not kept, so that whoever reads the tables finds none. */
  public String keyTo(String purpose, long id) {
    return id + "." + sign(purpose, String.valueOf(id));
  }

  /** The record that a key opens for this purpose, empty if the key is not ours. */
  public OptionalLong opened(String purpose, String key) {
    String[] parts = key.split("\\.", 2);
    boolean ours = parts.length == 2 && ID.matcher(parts[0]).matches() && isSigned(purpose, parts[0], parts[1]);
    return ours ? OptionalLong.of(Long.parseLong(parts[0])) : OptionalLong.empty();
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      known = new SecretKeySpec(db.sql("SELECT bytes FROM installation_secret").query(byte[].class).single(), ALGORITHM);
      key = known;
    }
    return known;
  }
}
