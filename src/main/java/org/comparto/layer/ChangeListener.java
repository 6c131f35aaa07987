package org.comparto.layer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears on a connection of its own what the database says of changed layers, whoever changes them. A pulse that it sends to
 * itself proves that it hears: notifications come in the order of commits, so whatever was committed before a pulse was sent
 * is known when the pulse comes back. Behind a pool that does not pass notifications on, no pulse comes back, and nothing is
 * remembered.
 */
@Component
class ChangeListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);
  private static final String CHANGES = "layer_changed";
  private static final String PULSES = "comparto_pulse";
  private static final Duration BETWEEN_PULSES = Duration.ofMillis(300);
  /** How old what is remembered may be at most: the promise to other instances' writers. */
  private static final Duration BELIEVED = Duration.ofMillis(900);
  private static final int WAIT_MILLIS = 100;
  private static final int SILENCE_SECONDS = 10;
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

  private final JdbcConnectionDetails database;
  private final Revisions revisions;
  private final String name = UUID.randomUUID().toString();
  private volatile boolean running;
  private volatile Thread thread;

  ChangeListener(JdbcConnectionDetails database, Revisions revisions) {
    this.database = database;
    this.revisions = revisions;
  }

  @Override
  public void start() {
    running = true;
    thread = new Thread(this::listen, "change-listener");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(2).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void listen() {
    while (running) {
      try (Connection connection = connect()) {
        hear(connection);
      } catch (SQLException e) {
        if (running) {
          log.warn("Changes of layers are not heard ({}); the database is asked every time until they are", e.getMessage());
        }
      }
      rest();
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, database.getUsername());
    PGProperty.PASSWORD.set(properties, database.getPassword());
    PGProperty.APPLICATION_NAME.set(properties, "comparto changes");
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.SOCKET_TIMEOUT.set(properties, SILENCE_SECONDS); // a dead network must not hold the pulse for ever
    return DriverManager.getConnection(database.getJdbcUrl(), properties);
  }

  private void hear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANGES);
      statement.execute("LISTEN " + PULSES);
    }
    PGConnection ears = connection.unwrap(PGConnection.class);
    try (PreparedStatement pulse = connection.prepareStatement("SELECT pg_notify('" + PULSES + "', ?)")) {
      long sent = Long.MIN_VALUE;
      boolean awaited = false;
      while (running) {
        if (!awaited && (sent == Long.MIN_VALUE || System.nanoTime() - sent >= BETWEEN_PULSES.toNanos())) {
          sent = System.nanoTime();
          pulse.setString(1, name);
          pulse.execute();
          awaited = true;
        }
        for (PGNotification heard : ears.getNotifications(WAIT_MILLIS)) {
          if (heard.getName().equals(CHANGES)) {
            revisions.forget(heard.getParameter());
          } else if (heard.getParameter().equals(name)) {
            revisions.believeUntil(sent + BELIEVED.toNanos());
            awaited = false;
          }
        }
      }
    }
  }

  private void rest() {
    try {
      Thread.sleep(running ? BEFORE_NEXT_TRY.toMillis() : 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
