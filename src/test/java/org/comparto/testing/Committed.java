package org.comparto.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes as the application's own writers do: in a transaction of this instance, which therefore answers nothing older from then on. */
public final class Committed {

  private Committed() {}

  public static void write(TransactionTemplate transactions, JdbcClient.StatementSpec statement) {
    transactions.executeWithoutResult(transaction -> statement.update());
  }
}
