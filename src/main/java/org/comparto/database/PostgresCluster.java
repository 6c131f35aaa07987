package org.comparto.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private PostgreSQL cluster: made on first use, started on a free loopback port, started again if it is killed, stopped when
 * closed, and stopped too when the application is killed. It never touches a cluster that the system runs.
 */
public final class PostgresCluster implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
  private static final String SUPERUSER = "postgres";
  private static final String NAME = "comparto";
  /** How often a killed server is started, a second apart. */
  private static final int STARTS = 30;
  private static final List<String> EXTENSIONS = List.of("postgis", "pg_trgm", "unaccent");

  /** What a crash of the machine may cost: nothing, or everything (for tests, which start from nothing each time). */
  public enum Durability {
    FULL(),
    NONE("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private final List<String> settings;

    Durability(String... settings) {
      this.settings = List.of(settings);
    }
  }

  private final ClusterFolder folder;
  private final PostgresInstallation postgres;
  private final int port;
  private final String password = UUID.randomUUID().toString();
  private final Durability durability;
  private final Process watchdog;
  private boolean closed;

  private PostgresCluster(ClusterFolder folder, PostgresInstallation postgres, Durability durability) throws IOException {
    this.folder = folder;
    this.postgres = postgres;
    stopLeftover();
    this.port = freePort();
    this.durability = durability;
    startPatiently();
    this.watchdog = startWatchdog();
    prepareDatabase();
    startAgainWhenKilled();
  }

  /** Whether this machine has a PostgreSQL with PostGIS to make clusters with. */
  public static boolean isPossible() {
    return !PostgresInstallation.findAll().isEmpty();
  }

  /**
   * Starts the cluster kept in a folder, making it if there is none.
   *
   * @throws DatabaseSetupException if no PostGIS is installed, or the folder was made by another major version
   */
  public static PostgresCluster start(Path wantedFolder, Durability durability) {
    List<PostgresInstallation> installed = PostgresInstallation.findAll();
    if (installed.isEmpty()) {
      throw new DatabaseSetupException(PostgresInstallation.HOW_TO_INSTALL);
    }
    try {
      ClusterFolder folder = ClusterFolder.prepare(wantedFolder);
      Path version = folder.path().resolve("cluster/PG_VERSION");
      PostgresInstallation postgres =
          Files.exists(version) ? matching(installed, Files.readString(version).trim(), folder) : installed.get(0);
      if (!Files.exists(version)) {
        create(folder, postgres);
      }
      return new PostgresCluster(folder, postgres, durability);
    } catch (IOException e) {
      throw new DatabaseSetupException("the database in " + wantedFolder + " can not be started: " + e.getMessage(), e);
    }
  }

  /**
   * The cluster that a running application keeps in a folder.
   *
   * @throws DatabaseSetupException if none is running there
   */
  static Dump.Server running(Path wantedFolder) {
    ClusterFolder folder = ClusterFolder.prepare(wantedFolder);
    try {
      String major = Files.readString(folder.path().resolve("cluster/PG_VERSION")).trim();
      int port = Integer.parseInt(Files.readAllLines(folder.path().resolve("cluster/postmaster.pid")).get(3).trim());
      return server(folder, matching(PostgresInstallation.findAll(), major, folder), port);
    } catch (IOException | RuntimeException e) {
      throw new DatabaseSetupException("no database server is running in " + folder.path() + ": " + e.getMessage(), e);
    }
  }

  /** For backup and restore; the application itself works as {@link #user()}. */
  Dump.Server asSuperuser() throws IOException {
    return server(folder, postgres, port);
  }

  private static Dump.Server server(ClusterFolder folder, PostgresInstallation postgres, int port) throws IOException {
    return new Dump.Server(postgres, "postgresql://127.0.0.1:" + port + "/" + NAME, SUPERUSER,
        Files.readString(folder.path().resolve("superuser-password")));
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  public String user() {
    return NAME;
  }

  /** Made anew at every start and kept in memory only. */
  public String password() {
    return password;
  }

  @Override
  public synchronized void close() {
    closed = true;
    watchdog.destroyForcibly();
    pgCtl("stop", "-m", "fast", "-w", "-t", "120").run();
    log.info("The database in {} is stopped", folder.path());
  }

  private static PostgresInstallation matching(List<PostgresInstallation> installed, String major, ClusterFolder folder) {
    return installed.stream().filter(i -> String.valueOf(i.major()).equals(major)).findFirst().orElseThrow(() ->
        new DatabaseSetupException("The data in " + folder.path() + " were made by PostgreSQL " + major + ", and this machine has "
            + installed.stream().map(i -> String.valueOf(i.major())).collect(Collectors.joining(", "))
            + ". Nothing was changed. Install PostgreSQL " + major + " with PostGIS beside it (Debian: postgresql-" + major
            + "-postgis-3), or start with another folder (--data DIR)."));
  }

  /** Made under another name first, so that an interrupted start leaves no half cluster behind. */
  private static void create(ClusterFolder folder, PostgresInstallation postgres) throws IOException {
    log.info("Making a PostgreSQL {} cluster in {}", postgres.major(), folder.path());
    Path unfinished = folder.path().resolve("cluster.unfinished");
    Command.of(Path.of("/bin/rm"), "-rf", unfinished.toString()).as(folder.user()).run();
    Path secret = folder.path().resolve("superuser-password");
    Files.writeString(secret, UUID.randomUUID().toString());
    folder.give(secret);
    Command.of(postgres.binary("initdb"), "-D", unfinished.toString(), "-U", SUPERUSER, "-E", "UTF8", "--locale=C.UTF-8",
        "-A", "scram-sha-256", "--pwfile=" + secret).as(folder.user()).run();
    Files.move(unfinished, folder.path().resolve("cluster"));
  }

  /** An application that was killed a moment ago may have left its server behind, still running or on its way out. */
  private void stopLeftover() {
    if (Files.exists(pidFile()) && pgCtl("status").succeeds()) {
      log.info("Stopping the database server that an earlier run left behind");
      pgCtl("stop", "-m", "fast", "-w", "-t", "120").succeeds();
    }
  }

  /** Of a server that was killed, processes may be left that end by themselves; as long as they are there it does not start. */
  private void startPatiently() {
    boolean killed = Files.exists(pidFile());
    for (int attempt = 1; ; attempt++) {
      try {
        start();
        return;
      } catch (DatabaseSetupException e) {
        if (!killed || attempt == STARTS) {
          throw e;
        }
        log.warn("The database server was killed and does not start yet, attempt {}", attempt);
      }
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DatabaseSetupException("interrupted while the database server was starting", e);
      }
    }
  }

  private void start() {
    List<String> settings = new ArrayList<>(List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=",
        "max_connections=60", "shared_buffers=256MB", "work_mem=16MB", "maintenance_work_mem=256MB", "effective_cache_size=1GB",
        "random_page_cost=1.1", "jit=off", "max_wal_size=4GB", "log_min_messages=warning", "timezone=UTC"));
    // nobody replicates a private cluster; what is filled and indexed in the transaction that makes it then needs no log
    settings.addAll(List.of("wal_level=minimal", "max_wal_senders=0"));
    settings.addAll(durability.settings);
    String options = settings.stream().map(s -> "-c " + s).collect(Collectors.joining(" "));
    // crash recovery after a long load can take minutes
    pgCtl("start", "-w", "-t", "600", "-l", folder.path().resolve("server.log").toString(), "-o", options).run();
  }

  /**
   * A shell that waits for the end of its input, which is the end of this process however it ends, and then stops the
   * server: kill -9 of the application leaves no orphan.
   */
  private Process startWatchdog() throws IOException {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT TERM HUP; cat >/dev/null; exec \"$@\"", "comparto-watchdog"));
    line.addAll(pgCtl("stop", "-m", "fast").line());
    return new ProcessBuilder(line).directory(Path.of("/").toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The same port and password: who waits for a connection gets one. What was committed is there, PostgreSQL sees to that. */
  private void startAgainWhenKilled() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(pidFile()).get(0).trim());
    ProcessHandle.of(pid).ifPresent(server -> server.onExit().thenRun(() -> {
      synchronized (this) {
        if (!closed) {
          try {
            log.error("The database server ended, and not by us; starting it again");
            startPatiently();
            startAgainWhenKilled();
          } catch (DatabaseSetupException | IOException e) {
            log.error("The database server can not be started again; the application needs a restart", e);
          }
        }
      }
    }));
  }

  private Path pidFile() {
    return folder.path().resolve("cluster/postmaster.pid");
  }

  private void prepareDatabase() throws IOException {
    String secret = Files.readString(folder.path().resolve("superuser-password"));
    try (Connection server = connect("postgres", secret); Statement sql = server.createStatement()) {
      if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
        sql.execute("CREATE ROLE " + NAME + " LOGIN");
      }
      sql.execute("ALTER ROLE " + NAME + " PASSWORD '" + password + "'");
      if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        sql.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
      }
    } catch (SQLException e) {
      throw new DatabaseSetupException("the database server in " + folder.path() + " does not answer: " + e.getMessage(), e);
    }
    // only a superuser may add PostGIS; the application itself works without such rights
    try (Connection database = connect(NAME, secret); Statement sql = database.createStatement()) {
      for (String extension : EXTENSIONS) {
        sql.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
      }
    } catch (SQLException e) {
      throw new DatabaseSetupException("PostGIS could not be added to the database: " + e.getMessage(), e);
    }
  }

  private Connection connect(String database, String secret) throws SQLException {
    return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, secret);
  }

  private static boolean exists(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      return rows.next();
    }
  }

  private Command pgCtl(String verb, String... options) {
    List<String> words = new ArrayList<>(List.of(verb, "-D", folder.path().resolve("cluster").toString()));
    words.addAll(Arrays.asList(options));
    return Command.of(postgres.binary("pg_ctl"), words.toArray(String[]::new)).as(folder.user());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
