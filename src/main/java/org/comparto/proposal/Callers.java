package org.comparto.proposal;

import java.util.Set;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out which person an account belongs to. */
@Component
class Callers {

  private static final String NAMES = Sql.load("proposal/names.sql").text();

  private final JdbcClient db;

  Callers(JdbcClient db) {
    this.db = db;
  }

  /** Accounts with the same mail address are one person's: whoever reads its mail can enter all of them. */
  Caller of(CurrentAccount account) {
    return new Caller(account, account.id() == null ? Set.of()
        : Set.copyOf(db.sql(NAMES).param("id", account.id()).query(String.class).list()));
  }
}
