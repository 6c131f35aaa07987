package org.comparto.owner;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.mail.Patience;
import org.comparto.owner.Questions.Question;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the mails that wait, each taken by one instance. Who dies after sending and before noting it sends the same mail twice. */
@Component
@DependsOnDatabaseInitialization
class OwnerOutbox {

  private static final Logger log = LoggerFactory.getLogger(OwnerOutbox.class);
  private static final String TAKE = Sql.load("owner/take-mails.sql").text();
  private static final String SENT = Sql.load("owner/mail-sent.sql").text();
  private static final String FAILED = Sql.load("owner/mail-failed.sql").text();

  private record Taken(long id, String kind, @Nullable Long offerId, @Nullable Long letterId, int attempts) {}

  private final JdbcClient db;
  private final Offers offers;
  private final Questions questions;
  private final OwnerMails mails;

  OwnerOutbox(JdbcClient db, Offers offers, Questions questions, OwnerMails mails) {
    this.db = db;
    this.offers = offers;
    this.questions = questions;
    this.mails = mails;
  }

  /** Sends all that are due. */
  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void send() {
    if (!mails.canBeSent()) {
      return; // the queue is kept until there is a server
    }
    for (List<Taken> due = take(); !due.isEmpty(); due = take()) {
      due.forEach(this::send);
    }
  }

  private List<Taken> take() {
    return db.sql(TAKE).query(Taken.class).list();
  }

  private void send(Taken mail) {
    try {
      if (mail.letterId() != null) {
        List<Question> open = questions.openOf(mail.letterId()).stream().filter(one -> one.email() != null).toList();
        if (!open.isEmpty()) { // else everything was answered or revoked meanwhile
          mails.sendQuestions(mail.id(), mail.kind().equals("reminder"), open);
        }
      } else {
        Optional<Offer> offer = offers.find(mail.offerId()).filter(found -> found.email() != null);
        if (offer.isPresent()) { // else erased in this very moment
          write(mail, offer.get());
        }
      }
      db.sql(SENT).param("id", mail.id()).update();
    } catch (MailException | MessagingException e) {
      log.warn("The {} {} to an owner could not be sent, attempt {}: {}", mail.kind(), mail.id(), mail.attempts(), e.getClass().getSimpleName());
      db.sql(FAILED).param("id", mail.id()).param("wait", Patience.waitAfter(mail.attempts())).param("error", Patience.error(e)).update();
    }
  }

  private void write(Taken mail, Offer offer) throws MessagingException {
    switch (mail.kind()) {
      case "confirmation" -> mails.sendConfirmation(mail.id(), offer);
      case "receipt" -> mails.sendReceipt(mail.id(), offer);
      default -> mails.sendOutcome(mail.id(), offer);
    }
  }
}
