package org.comparto.account;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Lets the command line of the same machine and user act as an admin: a token made at each start and kept in a file
 * that only the owner may read. It dies with the process.
 */
@Component
class OperatorToken implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(OperatorToken.class);
  private static final CurrentAccount OPERATOR =
      new CurrentAccount(null, "operator", "Operator", Role.ADMIN, null, null, null, Role.ADMIN.scopes(), false, false);

  private final Path file;
  private final Secret secret = Secret.random();

  OperatorToken(@Value("${comparto.data}") Path data) {
    this.file = data.resolve("operator-token");
  }

  /** Not earlier than the whole application is up: a second start on a folder in use must not take the first one's file away. */
  @Override
  public void run(ApplicationArguments arguments) {
    try {
      write();
    } catch (IOException | UnsupportedOperationException e) {
      log.warn("The command line can not act as operator: {} can not be written so that only its owner reads it ({}).", file, e.toString());
    }
  }

  Optional<CurrentAccount> find(Secret shown) {
    return MessageDigest.isEqual(shown.hash(), secret.hash()) ? Optional.of(OPERATOR) : Optional.empty();
  }

  /** The file is closed to others before anything stands in it, and takes its name when it is complete. */
  private void write() throws IOException {
    Files.createDirectories(file.getParent());
    Path half = Files.createTempFile(file.getParent(), "operator-token", "",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(half, secret.text() + "\n");
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  @PreDestroy
  void removeIfOurs() throws IOException {
    try {
      if (Files.readString(file, StandardCharsets.US_ASCII).trim().equals(secret.text())) {
        Files.delete(file);
      }
    } catch (NoSuchFileException e) {
      // it was never written, or is gone already
    }
  }
}
