package org.comparto.inquiry;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * Sends the mails that wait, each taken by one instance. A server that does not answer is asked again, later each time;
 * after two days a mail is given up, which the desk sees. Who dies after sending and before noting it sends it twice.
 */
@Component
@DependsOnDatabaseInitialization
class Outbox {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final String TAKE = Sql.load("inquiry/take-mails.sql").text();
  private static final String SENT = Sql.load("inquiry/mail-sent.sql").text();
  private static final String FAILED = Sql.load("inquiry/mail-failed.sql").text();

  private record Taken(long inquiryId, String kind, int attempts) {}

  private final JdbcClient db;
  private final Inbox inbox;
  private final Places places;
  private final Mails mails;

  Outbox(JdbcClient db, Inbox inbox, Places places, Mails mails) {
    this.db = db;
    this.inbox = inbox;
    this.places = places;
    this.mails = mails;
  }

  /** Sends all that are due. */
  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  void send() {
    Set<String> kinds = mails.sendableKinds();
    if (kinds.isEmpty()) {
      return; // the queue is kept until there is a server
    }
    for (List<Taken> due = take(kinds); !due.isEmpty(); due = take(kinds)) {
      due.forEach(this::send);
    }
  }

  private List<Taken> take(Set<String> kinds) {
    return db.sql(TAKE).param("kinds", kinds).query(Taken.class).list();
  }

  private void send(Taken mail) {
    Optional<Inquiry> inquiry = inbox.find(mail.inquiryId(), null).filter(found -> found.contact() != null);
    if (inquiry.isEmpty()) {
      return; // erased in this very moment, and its mails with it
    }
    try {
      mails.send(mail.kind(), inquiry.get(), places.of(List.of(mail.inquiryId())).getOrDefault(mail.inquiryId(), List.of()));
      db.sql(SENT).param("id", mail.inquiryId()).param("kind", mail.kind()).update();
    } catch (MailException | MessagingException e) {
      log.warn("The {} of inquiry {} could not be sent, attempt {}: {}", mail.kind(), inquiry.get().ticket(), mail.attempts(),
          e.getClass().getSimpleName()); // the message may hold an address
      db.sql(FAILED).param("id", mail.inquiryId()).param("kind", mail.kind()).param("wait", Patience.waitAfter(mail.attempts()))
          .param("error", Patience.error(e)).update();
    }
  }
}
