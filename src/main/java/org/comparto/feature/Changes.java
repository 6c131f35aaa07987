package org.comparto.feature;

import java.util.Locale;
import org.comparto.account.CurrentAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who changes features, when and why. The database keeps every former version by itself (migration V0008); a writer only
 * says, at the beginning of its transaction, what it is about to do.
 */
@Component
public class Changes {

  /** What makes a change. */
  public enum Kind {
    EDIT,
    LOAD,
    ROLLBACK
  }

  private final JdbcClient db;

  Changes(JdbcClient db) {
    this.db = db;
  }

  /** Everything written in this transaction from now on belongs to the change that is returned; by whoever is signed in. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long begin(Kind kind, @Nullable String reason) {
    return begin(kind, CurrentAccount.find().map(CurrentAccount::username).orElse("system"), reason);
  }

  /** The same for work done in somebody's name, on a thread where nobody is signed in. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long begin(Kind kind, String author, @Nullable String reason) {
    return begin(kind, author, null, reason);
  }

  /** @param reviewer who approved what the author changes; null if nobody else had to */
  @Transactional(propagation = Propagation.MANDATORY)
  public long begin(Kind kind, String author, @Nullable String reviewer, @Nullable String reason) {
    return db.sql("SELECT begin_change(:author, :kind, :reason, :reviewer)").param("author", author).param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("reason", reason).param("reviewer", reviewer).query(Long.class).single();
  }

  /**
   * Brings a record back to a former version, deleted ones too: the same id, a new version, part of the change begun before.
   *
   * @param relation the table or partition that holds the layer
   * @param formerlyEndedBy the change that ended the version wanted
   * @return false if there is no such version
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean restore(String relation, String layer, long feature, long formerlyEndedBy) {
    return db.sql("SELECT restore_change(CAST(:relation AS regclass), :layer, :ended, :feature) > 0")
        .param("relation", relation).param("layer", layer).param("feature", feature).param("ended", formerlyEndedBy)
        .query(Boolean.class).single();
  }
}
