package org.comparto.facts;

import java.util.function.Function;
import javax.sql.DataSource;
import org.comparto.database.ReadingPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Several queries that see one state of the database, in one of the places that the public may occupy. */
@Component
public class Reading {

  private static final int SECONDS = 20;

  private final ReadingPlaces places;
  private final TransactionTemplate snapshot;
  private final JdbcClient db;

  Reading(DataSource source, ReadingPlaces places) {
    this.places = places;
    this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
    this.snapshot.setReadOnly(true);
    this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    JdbcTemplate bounded = new JdbcTemplate(source);
    bounded.setQueryTimeout(SECONDS);
    this.db = JdbcClient.create(bounded);
  }

  /** @param moment null for the present */
  public <T> T at(@Nullable Moment moment, Function<AsOf, T> reading) {
    return places.read(() -> snapshot.execute(begun -> reading.apply(moment != null ? AsOf.of(db, moment) : AsOf.ofPresent(db))));
  }
}
