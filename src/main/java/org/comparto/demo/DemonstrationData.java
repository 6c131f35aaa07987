package org.comparto.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.comparto.database.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The door of the module: loads the demonstration data once, in one transaction, however many instances start together. */
@Component
public class DemonstrationData {

  private static final Logger log = LoggerFactory.getLogger(DemonstrationData.class);
  /** Ours among advisory locks: the ASCII codes of "demo". */
  private static final long LOCK = 0x64656D6FL;

  private final DataSource dataSource;

  public DemonstrationData(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Does nothing where the data of this scale is loaded already.
   *
   * @param scale 1 or more
   * @throws IllegalStateException where another scale is loaded, or the database refuses the data
   */
  public void loadOnce(int scale) {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      boolean loaded;
      try {
        loaded = loadIfEmpty(connection, scale);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(autoCommit);
      }
      if (loaded) {
        try (Statement analyze = connection.createStatement()) {
          analyze.execute("ANALYZE");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("can not load the demonstration data: " + e.getMessage(), e);
    }
  }

  private static boolean loadIfEmpty(Connection connection, int scale) throws SQLException {
    Instant start = Instant.now();
    try (Statement lock = connection.createStatement()) {
      // until the end of the transaction: a second instance waits here and then finds the row
      lock.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
      // a pool may set a statement timeout; the load is one long COPY per table
      lock.execute("SET LOCAL statement_timeout = 0");
    }
    if (isLoaded(connection, scale)) {
      return false;
    }
    log.info("loading demonstration data of scale {}", scale);
    try (Statement change = connection.createStatement()) {
      change.execute("SELECT begin_change('system', 'demonstration', 'demonstration data')");
    }
    long firstId = reserveIds(connection, Demonstration.idsOf(scale));
    CopySink sink = new CopySink(connection);
    long nextId = new Demonstration(scale, firstId).writeTo(sink);
    sink.finish();
    try (Statement ready = connection.createStatement()) {
      ready.execute("SELECT derive_readiness(2147483647)"); // plots are written before the energy areas around them
      ready.execute(Sql.load("demo/networks.sql").text());
      ready.execute(Sql.load("demo/themes.sql").text());
    }
    if (nextId - firstId > Demonstration.idsOf(scale)) {
      throw new IllegalStateException("demonstration data of scale " + scale + " used " + (nextId - firstId)
          + " ids, more than reserved");
    }
    try (PreparedStatement record = connection.prepareStatement(
        "INSERT INTO demonstration_load (scale, generator_version) VALUES (?, ?)")) {
      record.setInt(1, scale);
      record.setString(2, Demonstration.VERSION);
      record.executeUpdate();
    }
    log.info("demonstration data of scale {} loaded: {} records in {} s", scale, nextId - firstId,
        Duration.between(start, Instant.now()).toSeconds());
    return true;
  }

  private static boolean isLoaded(Connection connection, int scale) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet found = query.executeQuery("SELECT scale FROM demonstration_load")) {
      if (!found.next()) {
        return false;
      }
      int there = found.getInt(1);
      if (there != scale) {
        throw new IllegalStateException("this database holds demonstration data of scale " + there + ", but scale " + scale
            + " was asked for; start with another --data folder, or with comparto.demonstration.scale=" + there);
      }
      return true;
    }
  }

  private static long reserveIds(Connection connection, long count) throws SQLException {
    try (PreparedStatement reserve = connection.prepareStatement(
        "SELECT setval('feature_id_seq', nextval('feature_id_seq') + ?) - ?")) {
      reserve.setLong(1, count);
      reserve.setLong(2, count);
      try (ResultSet last = reserve.executeQuery()) {
        last.next();
        return last.getLong(1);
      }
    }
  }
}
