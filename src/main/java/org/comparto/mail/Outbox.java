package org.comparto.mail;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;

/**
 * A table of mails that wait, with id, kind, what they are about, attempts, next_attempt_at, sent_at and error: each is taken by one instance, and
 * tried again with {@link Patience}. Mails are written when they are sent, so that what is erased meanwhile can not be sent. Who dies after sending
 * and before noting it sends the same mail twice.
 */
public final class Outbox {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final Sql TAKE = Sql.load("mail/take.sql");
  private static final Sql SENT = Sql.load("mail/sent.sql");
  private static final Sql FAILED = Sql.load("mail/failed.sql");

  /** Writes one mail and gives it to the server; nothing where there is nothing to say any more. */
  public interface Sending {
    void send(Waiting mail) throws MessagingException;
  }

  /** @param subject the id of what it is about */
  public record Waiting(long id, String kind, long subject, int attempts) {}

  private final JdbcClient db;
  private final String name;
  private final Map<String, String> pieces;

  /** @param subject the column that names what a mail is about */
  public Outbox(JdbcClient db, String table, String subject) {
    this.db = db;
    this.name = table;
    this.pieces = Map.of("table", Sql.quote(table), "subject", Sql.quote(subject));
  }

  /** Sends all that are due. */
  public void send(Sending sending) {
    for (List<Waiting> due = take(); !due.isEmpty(); due = take()) {
      due.forEach(mail -> send(mail, sending));
    }
  }

  private List<Waiting> take() {
    return db.sql(TAKE.with(pieces)).query(Waiting.class).list();
  }

  private void send(Waiting mail, Sending sending) {
    try {
      sending.send(mail);
      db.sql(SENT.with(pieces)).param("id", mail.id()).update();
    } catch (MailException | MessagingException e) {
      log.warn("{} {} could not be sent, attempt {}: {}", name, mail.id(), mail.attempts(), e.getClass().getSimpleName()); // the message may hold an address
      db.sql(FAILED.with(pieces)).param("id", mail.id()).param("wait", Patience.waitAfter(mail.attempts())).param("error", Patience.error(e)).update();
    }
  }
}
