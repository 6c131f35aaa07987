package org.comparto.alert;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.mail.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gathers what happened into digests and sends them, each taken by one instance. While there is no mail server nothing is
 * gathered and nothing lost. Who dies after sending and before noting it sends the same mail twice.
 */
@Component
@DependsOnDatabaseInitialization
class AlertOutbox {

  private static final Logger log = LoggerFactory.getLogger(AlertOutbox.class);
  private static final String MAKE_DIGESTS = Sql.load("alert/make-digests.sql").text();
  private static final String TAKE = Sql.load("alert/take-mails.sql").text();
  private static final String SENT = Sql.load("alert/mail-sent.sql").text();
  private static final String FAILED = Sql.load("alert/mail-failed.sql").text();

  private record Taken(long id, long searchId, String kind, int attempts) {}

  private final JdbcClient db;
  private final SavedSearches searches;
  private final AlertMails mails;
  private final AlertProperties properties;

  AlertOutbox(JdbcClient db, SavedSearches searches, AlertMails mails, AlertProperties properties) {
    this.db = db;
    this.searches = searches;
    this.mails = mails;
    this.properties = properties;
  }

  /** Makes the digests that are due, and sends all mails that are. */
  @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
  void send() {
    if (!mails.canBeSent()) {
      return; // the queue is kept until there is a server
    }
    while (db.sql(MAKE_DIGESTS).param("every", properties.digestEvery().toSeconds()).update() > 0) {
      log.debug("digests made");
    }
    for (List<Taken> due = take(); !due.isEmpty(); due = take()) {
      due.forEach(this::send);
    }
  }

  private List<Taken> take() {
    return db.sql(TAKE).query(Taken.class).list();
  }

  private void send(Taken mail) {
    Optional<SavedSearch> search = searches.find(mail.searchId()).filter(found -> found.email() != null);
    if (search.isEmpty()) {
      return; // ended in this very moment, and its mails with it
    }
    try {
      if (mail.kind().equals("confirmation")) {
        mails.sendConfirmation(mail.id(), search.get());
      } else {
        mails.sendDigest(mail.id(), search.get());
      }
      db.sql(SENT).param("id", mail.id()).update();
    } catch (MailException | MessagingException e) {
      log.warn("The {} of saved search {} could not be sent, attempt {}: {}", mail.kind(), mail.searchId(), mail.attempts(),
          e.getClass().getSimpleName()); // the message may hold an address
      db.sql(FAILED).param("id", mail.id()).param("wait", Patience.waitAfter(mail.attempts())).param("error", Patience.error(e)).update();
    }
  }
}
