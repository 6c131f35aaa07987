package org.comparto.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The verbs {@code backup} and {@code restore} of the launcher: everything the installation keeps as one file, taken while
 * the application runs or not, and brought back while it does not run.
 */
public final class BackupCommand {

  private BackupCommand() {}

  /** Arguments: backup|restore FILE DATA_FOLDER; an empty FILE stands for a dated one in the data folder. Exit 0 done, 2 refused. */
  public static void main(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN); // no Spring here to quiet it
    try {
      DatabaseProperties external = new DatabaseProperties(System.getenv("COMPARTO_DATABASE_URL"),
          System.getenv("COMPARTO_DATABASE_USER"), System.getenv("COMPARTO_DATABASE_PASSWORD"));
      System.out.println(run(arguments[0], arguments[1], Path.of(arguments[2]), external));
    } catch (DatabaseSetupException | IOException e) {
      System.err.println("comparto: " + e.getMessage());
      System.exit(2);
    }
  }

  /** Does it and answers with a sentence about what was done. */
  static String run(String verb, String file, Path data, DatabaseProperties external) throws IOException {
    Path dump = file.isEmpty() ? dated(data) : Path.of(file);
    if (verb.equals("backup")) {
      return external.isExternal() ? backupElsewhere(dump, external) : backup(dump, data);
    }
    if (!Files.isReadable(dump)) {
      throw new DatabaseSetupException("There is no backup " + dump.toAbsolutePath());
    }
    return external.isExternal() ? restoreElsewhere(dump, external) : restore(dump, data);
  }

  private static String backup(Path dump, Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      throw new DatabaseSetupException("There is no data folder " + data.toAbsolutePath());
    }
    try (DataFolder folder = DataFolder.open(data); PostgresCluster cluster = start(folder)) {
      return dumped(Dump.to(dump, cluster.asSuperuser()));
    } catch (DataFolderInUseException e) {
      return dumped(Dump.to(dump, PostgresCluster.running(data.resolve("postgres"))));
    }
  }

  private static String restore(Path dump, Path data) throws IOException {
    try (DataFolder folder = DataFolder.open(data); PostgresCluster cluster = start(folder)) {
      Dump.restore(dump, cluster.asSuperuser());
      return "Restored " + dump.toAbsolutePath() + ". What was there before is kept in the database "
          + Dump.BEFORE + " of the same server until the next restore.";
    } catch (DataFolderInUseException e) {
      throw new DatabaseSetupException("The application is running on " + data.toAbsolutePath() + ": stop it, then restore.", e);
    }
  }

  private static String backupElsewhere(Path dump, DatabaseProperties external) throws IOException {
    return dumped(Dump.to(dump, elsewhere(external)));
  }

  private static String restoreElsewhere(Path dump, DatabaseProperties external) {
    Dump.restoreInPlace(dump, elsewhere(external));
    return "Restored " + dump.toAbsolutePath() + " into the database of COMPARTO_DATABASE_URL.";
  }

  private static Dump.Server elsewhere(DatabaseProperties external) {
    List<PostgresInstallation> installed = PostgresInstallation.findAll();
    if (installed.isEmpty()) {
      throw new DatabaseSetupException(PostgresInstallation.HOW_TO_INSTALL);
    }
    ExternalDatabase database = ExternalDatabase.at(external.url(), external.user(), external.password());
    return new Dump.Server(installed.get(0), database.getJdbcUrl().substring("jdbc:".length()), or(database.getUsername()),
        or(database.getPassword()));
  }

  private static PostgresCluster start(DataFolder folder) {
    return PostgresCluster.start(folder.database(), PostgresCluster.Durability.FULL);
  }

  private static String dumped(Path dump) throws IOException {
    return "Backed up to " + dump.toAbsolutePath() + " (" + Files.size(dump) / 1024 + " KiB)";
  }

  private static Path dated(Path data) {
    return data.resolve("backups").resolve("comparto-" + LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")) + ".dump");
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
