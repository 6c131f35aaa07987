package org.comparto.audit;

import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes what is done, in the caller's transaction: rolled back with it, committed with it. What is to be noted although it
 * failed, a refused sign-in, is noted outside of the transaction that failed.
 */
@Component
public class Audit {

  /** Nobody was signed in. */
  public static final String ANONYMOUS = "anonymous";
  private static final String NOTE = Sql.load("audit/note.sql").text();
  /** What a caller typed as a name may be of any length; more says nothing. */
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DETAIL = 10_000;

  private final JdbcClient db;

  Audit(JdbcClient db) {
    this.db = db;
  }

  /**
   * Adds one entry.
   *
   * @param who the name of the account; {@link #ANONYMOUS} where nobody was signed in, {@code system} for the application itself
   * @param subject what it was done to, kind and key: {@code account:anna}, {@code plot:17}, {@code proposal:4}
   * @param detail what else has to be known, in words or as JSON; never a password, a token or a reset link
   */
  public void note(String who, AuditAction action, @Nullable String subject, @Nullable String detail) {
    db.sql(NOTE).param("who", who.isBlank() ? ANONYMOUS : kept(who, LONGEST_NAME)).param("action", action.word())
        .param("subject", kept(subject, LONGEST_NAME)).param("detail", kept(detail, LONGEST_DETAIL)).update();
  }

  /** Cut to a length, without what PostgreSQL can not keep in a text. */
  private static @Nullable String kept(@Nullable String text, int longest) {
    return text == null ? null : (text.length() > longest ? text.substring(0, longest) + "…" : text).replace('\0', ' ');
  }
}
