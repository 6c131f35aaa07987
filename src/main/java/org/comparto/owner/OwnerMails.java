package org.comparto.owner;

import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import org.comparto.mail.Letter;
import org.comparto.mail.Mail;
import org.comparto.mail.MailProperties;
import org.comparto.mail.MailServer;
import org.comparto.mail.Words;
import org.comparto.owner.OwnerTokens.Use;
import org.comparto.owner.Questions.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mails to owners. They can only be sent where the installation knows its own address: they live by their links. */
@Component
class OwnerMails {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final MailServer server;
  private final MailProperties mail;
  private final OwnerTokens tokens;
  private final OwnerProperties properties;

  OwnerMails(MailServer server, MailProperties mail, OwnerTokens tokens, OwnerProperties properties) {
    this.server = server;
    this.mail = mail;
    this.tokens = tokens;
    this.properties = properties;
  }

  boolean canBeSent() {
    return server.isThere() && mail.from() != null && mail.publicAddress() != null;
  }

  /** Asks whether the address is theirs; nothing reaches the desk before they say so. */
  void sendConfirmation(long id, Offer offer) throws MessagingException {
    Words words = Words.in("owner", offer.language());
    send(id, offer.email(), words.say("confirmation.subject", offer.ticket()), new Letter(offer.language())
        .paragraph(words.say("confirmation.asked", offer.ticket())).paragraph(words.say("confirmation.link", link(offer.language(), "confirm", Use.CONFIRM, offer.id())))
        .paragraph(words.say("confirmation.notYou", properties.unconfirmedDays())));
  }

  void sendReceipt(long id, Offer offer) throws MessagingException {
    Words words = Words.in("owner", offer.language());
    send(id, offer.email(), words.say("receipt.subject", offer.ticket()), new Letter(offer.language())
        .paragraph(words.say("receipt.received", offer.ticket())).paragraph(words.say("receipt.link", receipt(offer)))
        .paragraph(words.say("receipt.privacy", properties.retentionMonths())));
  }

  /** What the desk decided, with its reason where it gave one. */
  void sendOutcome(long id, Offer offer) throws MessagingException {
    Words words = Words.in("owner", offer.language());
    boolean isPublished = offer.state().equals("published");
    Letter letter = new Letter(offer.language()).paragraph(words.say(isPublished ? "outcome.published" : "outcome.refused", offer.ticket()));
    if (offer.reason() != null) {
      letter.fact(words.say("outcome.reason"), offer.reason());
    }
    if (isPublished && offer.plotId() != null) {
      letter.paragraph(words.say("outcome.plot", mail.publicAddress() + "/#place=plot&lang=" + offer.language() + "&plot=" + offer.plotId()));
    }
    send(id, offer.email(), words.say("outcome.subject", offer.ticket()), letter.paragraph(words.say("receipt.link", receipt(offer))));
  }

  /** One link for each plot; whoever has it answers for the plot, so it goes to the owner's address only. */
  void sendQuestions(long id, boolean isReminder, List<Question> questions) throws MessagingException {
    Question first = questions.get(0);
    Words words = Words.in("owner", first.language());
    Letter letter = new Letter(first.language()).paragraph(words.say(isReminder ? "question.reminder" : "question.asked", questions.size()));
    for (Question question : questions) {
      letter.fact(question.name() == null ? question.plotCode() : question.name() + " (" + question.plotCode() + ")",
          words.say(question.verifiedOn() == null ? "question.never" : "question.verified", day(question.verifiedOn(), words)) + " "
              + link(first.language(), "question", Use.QUESTION, question.id()));
    }
    letter.paragraph(words.say("question.how", day(LocalDate.ofInstant(first.expiresAt(), ROME), words))).paragraph(words.say("question.stop"));
    send(id, first.email(), words.say(isReminder ? "question.reminderSubject" : "question.subject", questions.size()), letter);
  }

  private String receipt(Offer offer) {
    return link(offer.language(), "offered", Use.RECEIPT, offer.id());
  }

  private String link(String language, String name, Use use, long id) {
    return mail.publicAddress() + "/#place=offer&lang=" + language + "&" + name + "=" + tokens.of(use, id);
  }

  private static String day(@Nullable LocalDate day, Words words) {
    return day == null ? "" : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale()).format(day);
  }

  private void send(long id, String to, String subject, Letter letter) throws MessagingException {
    server.send(new Mail(mail.from(), to, null, subject, letter, Map.of("X-Comparto-Mail", "owner-" + id))); // the same if it has to be sent again
  }
}
