package org.comparto.invitation;

import java.time.LocalDate;
import org.comparto.database.Sql;
import org.comparto.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to invitations by itself: mails go out, hosts are reminded, nobody's silence holds a time for ever, and names are forgotten. */
@Component
@DependsOnDatabaseInitialization
class Keeping {

  private static final Logger log = LoggerFactory.getLogger(Keeping.class);
  private static final String REMIND = Sql.load("invitation/remind.sql").text();
  private static final String EXPIRE = Sql.load("invitation/expire.sql").text();
  private static final String ERASE = Sql.load("invitation/erase.sql").text();

  private final JdbcClient db;
  private final Invitations invitations;
  private final InvitationMails mails;
  private final InvitationProperties properties;
  private final ApplicationEventPublisher events;
  private final Outbox outbox;

  Keeping(JdbcClient db, Invitations invitations, InvitationMails mails, InvitationProperties properties, ApplicationEventPublisher events) {
    this.db = db;
    this.invitations = invitations;
    this.mails = mails;
    this.properties = properties;
    this.events = events;
    this.outbox = new Outbox(db, "invitation_mail", "invitation_id");
  }

  /** Each mail is taken by one instance; the queue is kept until there is a server. */
  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void send() {
    if (mails.canBeSent()) {
      outbox.send(mail -> {
        Invitation one = invitations.find(mail.subject()).orElse(null);
        if (one != null) {
          switch (mail.kind()) {
            case "request" -> mails.request(mail.id(), false, one);
            case "reminder" -> mails.request(mail.id(), true, one);
            case "withdrawal" -> mails.withdrawal(mail.id(), one);
            case "settled" -> mails.settled(mail.id(), one);
            default -> mails.reply(mail.id(), one);
          }
        }
      });
    }
  }

  /** Several instances may do it at once: rows that one works on are passed over by the others. */
  @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT2M")
  @Transactional
  public void remind() {
    if (mails.canBeSent()) {
      db.sql(REMIND).param("reminders", properties.reminders()).param("every", properties.remindEvery().toSeconds()).update();
    }
  }

  @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
  @Transactional
  public void expire() {
    db.sql(EXPIRE).query((row, n) -> new InvitationMoved(row.getLong("id"), row.getString("about"), row.getLong("host_id"), State.EXPIRED)).list()
        .forEach(events::publishEvent);
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT7M")
  @Transactional
  public void forget() {
    long forgotten = db.sql(ERASE).param("before", LocalDate.now(Invitations.ITALY).minusDays(properties.retentionDays())).query(Long.class).single();
    if (forgotten > 0) {
      log.info("{} invitations are older than {} days: who asked and whom is erased", forgotten, properties.retentionDays());
    }
  }
}
