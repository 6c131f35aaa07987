package org.comparto.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a private cluster lives and who owns it. PostgreSQL refuses to run as root, so root hands the folder to an
 * unprivileged user; where that user can not reach the wanted folder (a clone in root's own home), the cluster lives
 * under /var/lib/comparto instead, under a name made from the wanted place.
 *
 * @param path owned by {@code user}, closed to everybody else
 * @param user null when the application itself is not root
 */
record ClusterFolder(Path path, @Nullable String user) {

  private static final Logger log = LoggerFactory.getLogger(ClusterFolder.class);

  static ClusterFolder prepare(Path wanted) {
    try {
      Path folder = wanted.toAbsolutePath().normalize();
      if (!"root".equals(System.getProperty("user.name"))) {
        return new ClusterFolder(createPrivate(folder, null), null);
      }
      String user = unprivilegedUser(folder);
      Path path = createPrivate(folder, user);
      if (!Command.of(Path.of("/usr/bin/test"), "-w", path.toString()).as(user).succeeds()) {
        Files.delete(path);
        String name = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8)).toString();
        path = createPrivate(Path.of("/var/lib/comparto").resolve(name), user);
        log.warn("The user {} can not reach {}: the database is kept in {}", user, folder, path);
      }
      return new ClusterFolder(path, user);
    } catch (IOException e) {
      throw new DatabaseSetupException("can not make the database folder " + wanted + ": " + e.getMessage(), e);
    }
  }

  /** Hands a file that the application wrote to the cluster's user, readable by nobody else. */
  void give(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    if (user != null) {
      Files.setOwner(file, principal(file, user));
    }
  }

  private static Path createPrivate(Path folder, @Nullable String user) throws IOException {
    Files.createDirectories(folder);
    if (user != null) {
      Files.setOwner(folder, principal(folder, user));
    }
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static String unprivilegedUser(Path folder) throws IOException {
    if (Files.isDirectory(folder) && !Files.getOwner(folder).getName().equals("root")) {
      return Files.getOwner(folder).getName();
    }
    for (String user : List.of("postgres", "nobody")) {
      try {
        principal(Path.of("/"), user);
        return user;
      } catch (UserPrincipalNotFoundException e) {
        // the next one, then
      }
    }
    throw new DatabaseSetupException("PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody");
  }

  private static UserPrincipal principal(Path file, String user) throws IOException {
    return file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
  }
}
