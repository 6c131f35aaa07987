package org.comparto.invitation;

import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.hours.Window;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.mail.Letter;
import org.comparto.mail.Mail;
import org.comparto.mail.MailProperties;
import org.comparto.mail.MailServer;
import org.comparto.mail.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mails to hosts, who answer by the link in them, and to those who have asked. They live by their links, so the installation must know its address. */
@Component
class InvitationMails {

  private static final String MODULE = "invitation";

  private final MailServer server;
  private final MailProperties mail;
  private final InvitationTokens tokens;
  private final Layers layers;

  InvitationMails(MailServer server, MailProperties mail, InvitationTokens tokens, Layers layers) {
    this.server = server;
    this.mail = mail;
    this.tokens = tokens;
    this.layers = layers;
  }

  boolean canBeSent() {
    return server.isThere() && mail.from() != null && mail.publicAddress() != null;
  }

  /** Asks, or asks again; nothing if the host has answered meanwhile, or its time to answer is over. */
  void request(long id, boolean isReminder, Invitation one) throws MessagingException {
    if (one.shown() != State.PROPOSED || one.hostEmail() == null) {
      return;
    }
    Words words = Words.in(MODULE, one.hostLanguage());
    Letter letter = new Letter(one.hostLanguage()).paragraph(words.say(isReminder ? "request.reminder" : "request.asked", one.hostName()));
    visit(letter, words, one);
    party(letter, words, one);
    organiser(letter, words, one);
    letter.paragraph(words.say("request.answer", link(one), moment(one.expiresAt(), words))).paragraph(words.say("request.privacy"));
    toHost(id, one, words.say(isReminder ? "request.reminderSubject" : "request.subject", day(one.date(), words)), letter);
  }

  /** Tells a host that nobody will come. */
  void withdrawal(long id, Invitation one) throws MessagingException {
    Words words = Words.in(MODULE, one.hostLanguage());
    Letter letter = new Letter(one.hostLanguage()).paragraph(words.say("withdrawal.told", one.hostName()));
    visit(letter, words, one);
    reason(letter, words, one);
    organiser(letter, words, one);
    toHost(id, one, words.say("withdrawal.subject", day(one.date(), words)), letter);
  }

  /** Tells a host that the time it has named suits. */
  void settled(long id, Invitation one) throws MessagingException {
    Words words = Words.in(MODULE, one.hostLanguage());
    Letter letter = new Letter(one.hostLanguage()).paragraph(words.say("settled.told", one.hostName()));
    visit(letter, words, one);
    organiser(letter, words, one);
    toHost(id, one, words.say("settled.subject", day(one.date(), words)), letter.paragraph(words.say("settled.link", link(one))));
  }

  /** Tells who asked what the host has said, as it stands when the mail is written; or that it has said nothing. */
  void reply(long id, Invitation one) throws MessagingException {
    if (one.organiser().email() == null) {
      return;
    }
    Words words = Words.in(MODULE, one.language());
    String state = one.shown().toString();
    Letter letter = new Letter(one.language()).paragraph(words.say("reply." + state, one.hostName()));
    visit(letter, words, one);
    reason(letter, words, one);
    letter.paragraph(words.say("reply.where"));
    server.send(new Mail(mail.from(), one.organiser().email(), null, words.say("reply.subject." + state, day(one.date(), words)), letter,
        Map.of("X-Comparto-Mail", "invitation-" + id)));
  }

  private void visit(Letter letter, Words words, Invitation one) {
    letter.fact(words.say("fact.when"), words.say("fact.whenValue", day(one.date(), words), one.window().from(), one.window().to()));
    if (one.askedDate() != null && one.askedWindow() != null) {
      Window asked = one.askedWindow();
      letter.fact(words.say("fact.asked"), words.say("fact.whenValue", day(one.askedDate(), words), asked.from(), asked.to()));
    }
    letter.fact(words.say("fact.people"), String.valueOf(one.people()));
  }

  private void party(Letter letter, Words words, Invitation one) {
    Party group = one.group();
    fact(letter, words.say("fact.group"), group.name());
    fact(letter, words.say("fact.level"), group.level() == null ? null : title("visit_group", group.level(), words));
    fact(letter, words.say("fact.age"), group.age() == null ? null : String.valueOf(group.age()));
    fact(letter, words.say("fact.languages"), group.languages() == null || group.languages().isEmpty() ? null
        : group.languages().stream().map(code -> title("visit_language", code, words)).collect(Collectors.joining(", ")));
    fact(letter, words.say("fact.wheelchair"), Boolean.TRUE.equals(group.wheelchair()) ? words.say("fact.yes") : null);
    fact(letter, words.say("fact.needs"), group.needs());
    fact(letter, words.say("fact.note"), one.note());
  }

  private void organiser(Letter letter, Words words, Invitation one) {
    String who = List.of(text(one.organiser().name()), text(one.organiser().phone()), text(one.organiser().email())).stream()
        .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    fact(letter, words.say("fact.organiser"), who.isEmpty() ? null : who);
  }

  private static void reason(Letter letter, Words words, Invitation one) {
    fact(letter, words.say("fact.reason"), one.reason());
  }

  private static void fact(Letter letter, String label, @Nullable String value) {
    if (value != null) {
      letter.fact(label, value);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private String title(String list, String code, Words words) {
    List<Layer.Code> codes = layers.getLayer("company", "layer").codes().getOrDefault(list, List.of());
    return codes.stream().filter(one -> one.value().equals(code)).map(one -> one.title().in(words.locale().getLanguage())).findFirst().orElse(code);
  }

  private void toHost(long id, Invitation one, String subject, Letter letter) throws MessagingException {
    if (one.hostEmail() != null) {
      server.send(new Mail(mail.from(), one.hostEmail(), one.organiser().email(), subject, letter, Map.of("X-Comparto-Mail", "invitation-" + id)));
    }
  }

  private String link(Invitation one) {
    return mail.publicAddress() + "/#place=visit&lang=" + one.hostLanguage() + "&token=" + tokens.of(one.id());
  }

  private static String day(LocalDate day, Words words) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(words.locale()).format(day);
  }

  private static String moment(Instant at, Words words) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(words.locale()).format(at.atZone(Invitations.ITALY));
  }
}
