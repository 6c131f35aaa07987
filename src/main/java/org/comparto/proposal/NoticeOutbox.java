package org.comparto.proposal;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.account.Colleagues;
import org.comparto.account.Colleagues.Addressee;
import org.comparto.database.Sql;
import org.comparto.mail.Letter;
import org.comparto.mail.Mail;
import org.comparto.mail.MailProperties;
import org.comparto.mail.MailServer;
import org.comparto.mail.Patience;
import org.comparto.mail.Words;
import org.comparto.proposal.Notices.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Mails what people are told, each mail taken by one instance and written when it is sent: whoever has left meanwhile, or wants no more,
 * gets none. Who dies after sending and before noting it sends it twice.
 */
@Component
@DependsOnDatabaseInitialization
class NoticeOutbox {

  private static final Logger log = LoggerFactory.getLogger(NoticeOutbox.class);
  private static final String TAKE = Sql.load("proposal/take-mails.sql").text();
  private static final String DONE = Sql.load("proposal/mail-done.sql").text();
  private static final String FAILED = Sql.load("proposal/mail-failed.sql").text();

  private record Taken(long id, String username, int attempts) {}

  private final JdbcClient db;
  private final Notices notices;
  private final NoticeText text;
  private final Colleagues colleagues;
  private final MailServer server;
  private final MailProperties mail;

  NoticeOutbox(JdbcClient db, Notices notices, NoticeText text, Colleagues colleagues, MailServer server, MailProperties mail) {
    this.db = db;
    this.notices = notices;
    this.text = text;
    this.colleagues = colleagues;
    this.server = server;
    this.mail = mail;
  }

  /** Sends all that are due. */
  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void send() {
    if (!server.isThere() || mail.from() == null) {
      return; // the queue is kept until there is a server
    }
    for (List<Taken> due = take(); !due.isEmpty(); due = take()) {
      due.forEach(this::send);
    }
  }

  private List<Taken> take() {
    return db.sql(TAKE).query(Taken.class).list();
  }

  private void send(Taken taken) {
    Optional<Addressee> reader = colleagues.find(taken.username()).filter(one -> one.wantsMail() && one.email() != null);
    Optional<Notice> notice = notices.find(taken.id());
    if (reader.isEmpty() || notice.isEmpty()) {
      done(taken, false);
      return;
    }
    try {
      server.send(letter(notice.get(), reader.get()));
      done(taken, true);
    } catch (MailException | MessagingException e) {
      log.warn("Notification {} could not be mailed, attempt {}: {}", taken.id(), taken.attempts(), e.getClass().getSimpleName());
      db.sql(FAILED).param("id", taken.id()).param("wait", Patience.waitAfter(taken.attempts())).param("error", Patience.error(e)).update();
    }
  }

  private void done(Taken taken, boolean sent) {
    db.sql(DONE).param("id", taken.id()).param("sent", sent).update();
  }

  /** The subject names the proposal by its number only, so that nobody's words stand in a header. */
  private Mail letter(Notice notice, Addressee reader) {
    Words words = Words.in(NoticeText.MODULE, reader.language());
    Letter letter = new Letter(reader.language()).paragraph(words.say("mail.greeting", reader.displayName()))
        .paragraph(text.sentence(notice, reader.language()));
    if (notice.reason() != null) {
      letter.fact(words.say("mail.reason"), notice.reason());
    }
    if (mail.publicAddress() != null) {
      letter.paragraph(words.say("mail.link", mail.publicAddress() + "/#place=edit&proposal=" + notice.proposalId()));
    }
    letter.paragraph(words.say("mail.switchOff"));
    return new Mail(mail.from(), reader.email(), null, words.say("mail.subject." + notice.kind(), String.valueOf(notice.proposalId())), letter, Map.of());
  }
}
