package org.comparto.alert;

import jakarta.mail.MessagingException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.alert.AlertTokens.Use;
import org.comparto.alert.Events.Event;
import org.comparto.layer.Layers;
import org.comparto.mail.Letter;
import org.comparto.mail.Mail;
import org.comparto.mail.MailProperties;
import org.comparto.mail.MailServer;
import org.comparto.mail.Words;
import org.springframework.stereotype.Component;

/** Writes the mails of saved searches. They can only be sent where the installation knows its own address: they live by their links. */
@Component
class AlertMails {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final int MOST_IN_DIGEST = 50;

  private final MailServer server;
  private final MailProperties mail;
  private final AlertTokens tokens;
  private final Events events;
  private final Layers layers;
  private final AlertProperties properties;

  AlertMails(MailServer server, MailProperties mail, AlertTokens tokens, Events events, Layers layers, AlertProperties properties) {
    this.server = server;
    this.mail = mail;
    this.tokens = tokens;
    this.events = events;
    this.layers = layers;
    this.properties = properties;
  }

  boolean canBeSent() {
    return server.isThere() && mail.from() != null && mail.publicAddress() != null;
  }

  /** Asks whether the address is the asker's own; nothing else is sent before they say so. */
  void sendConfirmation(long id, SavedSearch search) throws MessagingException {
    Words words = Words.in("alert", search.language());
    Letter letter = new Letter(search.language()).paragraph(words.say("confirmation.asked")).paragraph(words.say("confirmation.link",
        mail.publicAddress() + "/#place=alert&lang=" + search.language() + "&confirm=" + tokens.of(Use.CONFIRM, search.id())))
        .paragraph(words.say("confirmation.notYou", properties.unconfirmedDays()));
    send(id, search, words.say("confirmation.subject"), letter);
  }

  /** All events of one digest; where there are very many, the newest, and how many they are. */
  void sendDigest(long id, SavedSearch search) throws MessagingException {
    Words words = Words.in("alert", search.language());
    EventText text = new EventText(words, layers.getLayer("plot", "layer"));
    List<Event> told = events.recent(search.id(), id, MOST_IN_DIGEST);
    int all = events.count(id);
    Letter letter = new Letter(search.language()).paragraph(search.title() == null ? words.say("digest.intro", all)
        : words.say("digest.introTitled", all, search.title()));
    for (Event event : told) {
      letter.fact(text.plotName(event), text.said(event) + (event.code() == null ? "" : " – " + mail.publicAddress() + "/#place=plot&lang="
          + search.language() + "&plot=" + event.plotId()));
    }
    if (all > told.size()) {
      letter.paragraph(words.say("digest.more", all - told.size()));
    }
    letter.paragraph(words.say("digest.list", mail.publicAddress() + search.list()));
    letter.paragraph(words.say("digest.end", manage(search), DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale())
        .withZone(ROME).format(search.expiresAt())));
    send(id, search, words.say("digest.subject", all), letter);
  }

  private void send(long id, SavedSearch search, String subject, Letter letter) throws MessagingException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", "<" + mail.publicAddress() + "/api/alerts/unsubscriptions/" + tokens.of(Use.MANAGE, search.id()) + ">");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    headers.put("X-Comparto-Mail", "alert-" + id); // the same if it has to be sent again
    server.send(new Mail(mail.from(), search.email(), null, subject, letter, headers));
  }

  private String manage(SavedSearch search) {
    return mail.publicAddress() + "/#place=alert&lang=" + search.language() + "&alert=" + tokens.of(Use.MANAGE, search.id());
  }
}
