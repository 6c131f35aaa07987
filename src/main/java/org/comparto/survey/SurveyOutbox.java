package org.comparto.survey;

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
import org.springframework.transaction.annotation.Transactional;

/** Sends the letters that wait, each taken by one instance, reminds of those without an answer, and forgets what is over. */
@Component
@DependsOnDatabaseInitialization
class SurveyOutbox {

  private static final Logger log = LoggerFactory.getLogger(SurveyOutbox.class);
  private static final String TAKE = Sql.load("survey/take-mails.sql").text();
  private static final String REMIND = Sql.load("survey/remind.sql").text();
  private static final String CLOSE = Sql.load("survey/close.sql").text();
  private static final String FORGET = Sql.load("survey/forget.sql").text();

  private record Taken(long id, String kind, long surveyId, int attempts) {}

  private final JdbcClient db;
  private final Surveys surveys;
  private final SurveyMails mails;
  private final SurveyProperties properties;

  SurveyOutbox(JdbcClient db, Surveys surveys, SurveyMails mails, SurveyProperties properties) {
    this.db = db;
    this.surveys = surveys;
    this.mails = mails;
    this.properties = properties;
  }

  /** Sends all that are due. */
  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void send() {
    if (!mails.canBeSent()) {
      return; // the queue is kept until there is a server
    }
    for (List<Taken> due = db.sql(TAKE).query(Taken.class).list(); !due.isEmpty(); due = db.sql(TAKE).query(Taken.class).list()) {
      due.forEach(this::send);
    }
  }

  private void send(Taken mail) {
    try {
      Optional<Survey> survey = surveys.find(mail.surveyId()).filter(one -> one.takesAnswer() && one.email() != null);
      if (survey.isPresent()) { // else answered or revoked meanwhile
        mails.send(mail.id(), mail.kind(), survey.get());
      }
      db.sql("UPDATE survey_mail SET sent_at = now(), next_attempt_at = NULL, error = NULL WHERE id = :id").param("id", mail.id()).update();
    } catch (MailException | MessagingException e) {
      log.warn("The {} {} to a company could not be sent, attempt {}: {}", mail.kind(), mail.id(), mail.attempts(), e.getClass().getSimpleName());
      db.sql("UPDATE survey_mail SET error = :error, next_attempt_at = now() + make_interval(secs => :wait::bigint) WHERE id = :id").param("id", mail.id())
          .param("wait", Patience.waitAfter(mail.attempts())).param("error", Patience.error(e)).update();
    }
  }

  /** Several instances may do it at once. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
  @Transactional
  public void remindAndForget() {
    db.sql(REMIND).param("reminders", properties.reminders()).param("every", properties.remindEvery().toSeconds()).update();
    db.sql(CLOSE).update();
    db.sql(FORGET).param("months", properties.retentionMonths()).update();
  }
}
