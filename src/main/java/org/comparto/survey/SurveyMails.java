package org.comparto.survey;

import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.comparto.mail.Letter;
import org.comparto.mail.Mail;
import org.comparto.mail.MailProperties;
import org.comparto.mail.MailServer;
import org.comparto.mail.Words;
import org.springframework.stereotype.Component;

/** Writes the mails to companies. They can only be sent where the installation knows its own address: they live by their links. */
@Component
class SurveyMails {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final MailServer server;
  private final MailProperties mail;
  private final Surveys surveys;

  SurveyMails(MailServer server, MailProperties mail, Surveys surveys) {
    this.server = server;
    this.mail = mail;
    this.surveys = surveys;
  }

  boolean canBeSent() {
    return server.isThere() && mail.from() != null && mail.publicAddress() != null;
  }

  /** @param kind invitation or reminder */
  void send(long id, String kind, Survey survey) throws MessagingException {
    Words words = Words.in("survey", survey.language());
    String name = survey.companyName() == null ? survey.companyCode() : survey.companyName();
    Letter letter = new Letter(survey.language()).paragraph(words.say(kind.equals("reminder") ? "reminder.asked" : "invitation.asked", name));
    if (survey.message() != null) {
      letter.paragraph(survey.message());
    }
    String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale()).format(LocalDate.ofInstant(survey.expiresAt(), ROME));
    letter.paragraph(words.say("link", mail.publicAddress() + "/#place=survey&lang=" + survey.language() + "&token=" + surveys.key(survey.id())))
        .paragraph(words.say("how", day));
    String subject = words.say(kind + ".subject", survey.campaign());
    server.send(new Mail(mail.from(), survey.email(), null, subject, letter, Map.of("X-Comparto-Mail", "survey-" + id))); // the same if it has to be sent again
  }
}
