package org.comparto.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A whole database as one file, by PostgreSQL's own programs: one consistent moment, whatever is written meanwhile. */
final class Dump {

  /** What a restore replaced, kept until the next one. */
  static final String BEFORE = "comparto_before_restore";
  private static final String UNFINISHED = "comparto_restoring";

  /**
   * A database and the programs that fit it.
   *
   * @param url {@code postgresql://host:port/database}
   */
  record Server(PostgresInstallation programs, String url, String user, String password) {

    private void run(String program, String... arguments) {
      Command.of(programs.binary(program), arguments).with(Map.of("PGUSER", user, "PGPASSWORD", password)).run();
    }

    private String database(String name) {
      return url.replaceAll("/[^/?]*(\\?.*)?$", "/" + name);
    }
  }

  private Dump() {}

  /** Writes the dump under another name first: a file with the wanted name is always a whole one. */
  static Path to(Path dump, Server server) throws IOException {
    Path folder = Files.createDirectories(dump.toAbsolutePath().getParent());
    Path half = Files.createTempFile(folder, "backup", ".unfinished", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      server.run("pg_dump", "--format=custom", "--no-password", "--exclude-schema=staging", "--file=" + half, "--dbname=" + server.url());
      return Files.move(half, dump.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** Fills a database of its own and puts it in the place of the present one only when it is complete. */
  static void restore(Path dump, Server server) {
    try (Connection connection = DriverManager.getConnection("jdbc:" + server.database("postgres"), server.user(), server.password());
        Statement sql = connection.createStatement()) {
      sql.execute("DROP DATABASE IF EXISTS " + UNFINISHED);
      sql.execute("CREATE DATABASE " + UNFINISHED + " OWNER comparto");
      server.run("pg_restore", "--exit-on-error", "--no-password", "--dbname=" + server.database(UNFINISHED), dump.toAbsolutePath().toString());
      sql.execute("DROP DATABASE IF EXISTS " + BEFORE);
      sql.execute("ALTER DATABASE comparto RENAME TO " + BEFORE);
      sql.execute("ALTER DATABASE " + UNFINISHED + " RENAME TO comparto");
    } catch (SQLException e) {
      throw new DatabaseSetupException("The backup was not restored, nothing was changed: " + e.getMessage(), e);
    }
  }

  /** Replaces the content of a database that somebody else runs, in one transaction. */
  static void restoreInPlace(Path dump, Server server) {
    server.run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", "--no-password",
        "--dbname=" + server.url(), dump.toAbsolutePath().toString());
  }
}
