package org.comparto.feature;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Several queries that see the same state of the database, on a connection of their own: what a transaction around has
 * written but not committed is not seen, and so is never kept. Without Hibernate, which would cost a session an answer.
 */
@Component
class Snapshot {

  /** Reads something. */
  interface Reading {
    void read(NamedParameterJdbcTemplate db);
  }

  private final TransactionTemplate transaction;
  private final NamedParameterJdbcTemplate db;

  Snapshot(DataSource source, FeatureSettings settings) {
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    this.transaction.setReadOnly(true);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    JdbcTemplate streaming = new JdbcTemplate(source);
    streaming.setFetchSize(FeatureWriter.BATCH);
    streaming.setQueryTimeout((int) settings.timeout().toSeconds());
    this.db = new NamedParameterJdbcTemplate(streaming);
  }

  void read(Reading reading) {
    transaction.executeWithoutResult(begun -> {
      // said by itself, it costs one round trip where Spring's isolation level costs two and keeps the connection changed
      db.getJdbcOperations().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      reading.read(db);
    });
  }
}
