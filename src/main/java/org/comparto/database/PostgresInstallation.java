package org.comparto.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PostgreSQL with PostGIS installed on this machine.
 *
 * @param binaries the folder of initdb, pg_ctl and postgres
 * @param major the major version, for instance 15
 */
record PostgresInstallation(Path binaries, int major) {

  static final String HOW_TO_INSTALL = """
      PostgreSQL with PostGIS was not found. Install it:
        Debian, Ubuntu   sudo apt-get install postgresql-postgis
        macOS            brew install postgresql@17 postgis
        Fedora           sudo dnf install postgresql-server postgis
      or name a running one in COMPARTO_DATABASE_URL.""";

  /** All installations that have the PostGIS extension, newest first. */
  static List<PostgresInstallation> findAll() {
    List<PostgresInstallation> found = new ArrayList<>();
    for (Path bin : candidateFolders()) {
      at(bin).filter(i -> found.stream().noneMatch(f -> f.major == i.major)).ifPresent(found::add);
    }
    found.sort(Comparator.comparingInt(PostgresInstallation::major).reversed());
    return found;
  }

  Path binary(String name) {
    return binaries.resolve(name);
  }

  private static List<Path> candidateFolders() {
    List<Path> folders = new ArrayList<>();
    // Debian and Ubuntu, PGDG on Red Hat, Homebrew on Apple silicon and on Intel
    addMatches(folders, Path.of("/usr/lib/postgresql"), "bin");
    addMatches(folders, Path.of("/usr"), "bin", "pgsql-");
    addMatches(folders, Path.of("/opt/homebrew/opt"), "bin", "postgresql@");
    addMatches(folders, Path.of("/usr/local/opt"), "bin", "postgresql@");
    for (String entry : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (!entry.isBlank()) {
        folders.add(Path.of(entry));
      }
    }
    return folders;
  }

  private static void addMatches(List<Path> folders, Path parent, String child, String... prefixes) {
    try (Stream<Path> entries = Files.list(parent)) {
      entries.filter(e -> prefixes.length == 0 || e.getFileName().toString().startsWith(prefixes[0]))
          .map(e -> e.resolve(child)).filter(Files::isDirectory).forEach(folders::add);
    } catch (IOException e) {
      // the folder is not there: another system's habit
    }
  }

  private static Optional<PostgresInstallation> at(Path bin) {
    if (!Files.isExecutable(bin.resolve("initdb")) || !Files.isExecutable(bin.resolve("pg_ctl"))) {
      return Optional.empty();
    }
    String version = Command.of(bin.resolve("postgres"), "--version").run();
    Matcher major = Pattern.compile(" (\\d+)").matcher(version);
    if (!major.find() || !hasPostgis(bin, Integer.parseInt(major.group(1)))) {
      return Optional.empty();
    }
    return Optional.of(new PostgresInstallation(bin, Integer.parseInt(major.group(1))));
  }

  private static boolean hasPostgis(Path bin, int major) {
    return Stream.of(Path.of("/usr/share/postgresql/" + major), bin.resolve("../share"), bin.resolve("../share/postgresql"),
            bin.resolve("../share/postgresql@" + major), Path.of("/usr/share/pgsql"))
        .anyMatch(share -> Files.exists(share.resolve("extension/postgis.control")));
  }
}
