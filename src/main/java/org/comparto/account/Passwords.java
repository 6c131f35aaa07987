package org.comparto.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes, judges and hashes passwords; a hash names its algorithm, so that a stronger one can follow. */
@Component
class Passwords {

  static final int SHORTEST = 12;
  /** bcrypt looks at no byte after the 72nd: a longer password would promise more than it holds. */
  private static final int MOST_BYTES = 72;
  /** Without l, o, 0 and 1, which are mistaken for each other; 32 letters are 5 bits each. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GENERATED_LENGTH = 20;
  /** Rounds of a hash, as a power of two: some tenths of a second of work. */
  private static final int COST = 12;

  private final SecureRandom random = new SecureRandom();
  private final PasswordEncoder encoder;
  private final String nobodysHash;

  Passwords() {
    this(COST);
  }

  /** For tests, which sign in hundreds of times. */
  Passwords(int cost) {
    encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(cost)));
    nobodysHash = encoder.encode(generate());
  }

  String generate() {
    StringBuilder password = new StringBuilder(GENERATED_LENGTH);
    for (int i = 0; i < GENERATED_LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  String hash(String password) {
    return encoder.encode(password);
  }

  /** @param hash null where there is no such account: the work is done all the same, so that time tells nothing */
  boolean matches(String password, @Nullable String hash) {
    boolean right = encoder.matches(password, hash == null ? nobodysHash : hash);
    return right && hash != null;
  }

  /** @throws InvalidInputException naming the field {@code new} if the password will not do */
  void check(@Nullable String password, String username) {
    if (password == null || password.length() < SHORTEST) {
      throw new InvalidInputException("new", "The new password must have at least " + SHORTEST + " characters.");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new InvalidInputException("new", "The new password must have at most " + MOST_BYTES + " bytes.");
    }
    if (password.equalsIgnoreCase(username)) {
      throw new InvalidInputException("new", "The new password must not be the username.");
    }
    if (password.indexOf('\0') >= 0) {
      throw new InvalidInputException("new", "The new password holds a zero character.");
    }
  }
}
