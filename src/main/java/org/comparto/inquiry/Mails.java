package org.comparto.inquiry;

import jakarta.mail.MessagingException;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comparto.inquiry.Places.Place;
import org.comparto.mail.Letter;
import org.comparto.mail.Mail;
import org.comparto.mail.MailServer;
import org.comparto.mail.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the mails of an inquiry and gives them to the mail server. Subjects hold our own words and the ticket only, and
 * addresses were checked before they were kept, so nobody can add a header.
 */
@Component
class Mails {

  static final String RECEIPT = "receipt";
  static final String NOTICE = "notice";
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final MailServer server;
  private final InquiryProperties properties;
  private final ReceiptTokens tokens;

  Mails(MailServer server, InquiryProperties properties, ReceiptTokens tokens) {
    if (server.isThere() && properties.sender() == null) {
      throw new IllegalStateException("spring.mail.host is set, but nobody sends: set comparto.inquiry.mail-from or comparto.inquiry.desk-address");
    }
    this.server = server;
    this.properties = properties;
    this.tokens = tokens;
  }

  boolean canBeSent() {
    return server.isThere();
  }

  /** The kinds that an inquiry causes: the desk is told only if it has an address. */
  Set<String> wantedKinds() {
    return properties.deskAddress() == null ? Set.of(RECEIPT) : Set.of(RECEIPT, NOTICE);
  }

  /** Those of them that can go out now; none without a mail server. */
  Set<String> sendableKinds() {
    return canBeSent() ? wantedKinds() : Set.of();
  }

  /** @throws org.springframework.mail.MailException if the server does not take it */
  void send(String kind, Inquiry inquiry, List<Place> places) throws MessagingException {
    boolean isReceipt = kind.equals(RECEIPT);
    Words words = Words.in("inquiry", isReceipt ? inquiry.language() : "it"); // the desk reads Italian
    Letter letter = isReceipt ? receipt(inquiry, places, words) : notice(inquiry, places, words);
    String subject = words.say(isReceipt ? "receipt.subject" : "notice.subject", inquiry.ticket());
    server.send(isReceipt ? new Mail(properties.sender(), inquiry.contact().email(), properties.deskAddress(), subject, letter, Map.of())
        : new Mail(properties.sender(), properties.deskAddress(), inquiry.contact().email(), subject, letter, Map.of()));
  }

  private Letter receipt(Inquiry inquiry, List<Place> places, Words words) {
    Letter letter = new Letter(inquiry.language())
        .paragraph(words.say("receipt.greeting", inquiry.contact().name()))
        .paragraph(words.say("receipt.received", inquiry.ticket(), properties.responseTarget().toHours()));
    facts(letter, inquiry, places, words);
    if (properties.publicAddress() != null) {
      letter.paragraph(words.say("receipt.link", ReceiptLink.address(properties.publicAddress(), tokens.of(inquiry.id()))));
    }
    return letter.paragraph(words.say("receipt.privacy", properties.retentionMonths()));
  }

  private Letter notice(Inquiry inquiry, List<Place> places, Words words) {
    Letter letter = new Letter(words.locale().getLanguage())
        .paragraph(words.say("notice.received", inquiry.ticket(), properties.responseTarget().toHours()));
    facts(letter, inquiry, places, words);
    if (properties.publicAddress() != null) {
      letter.paragraph(words.say("notice.link",
          properties.publicAddress().replaceAll("/+$", "") + "/#place=inbox&inquiry=" + inquiry.id()));
    }
    return letter;
  }

  private static void facts(Letter letter, Inquiry inquiry, List<Place> places, Words words) {
    Contact contact = inquiry.contact();
    Needs needs = inquiry.needs();
    letter.fact(words.say("ticket"), inquiry.ticket());
    letter.fact(words.say("receivedAt"), DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(words.locale()).withZone(ROME).format(inquiry.receivedAt()));
    letter.fact(words.say("organisation"), contact.organisation());
    letter.fact(words.say("name"), contact.name());
    letter.fact(words.say("email"), contact.email());
    add(letter, words.say("phone"), contact.phone());
    add(letter, words.say("ateco"), needs.ateco() == null ? null : needs.ateco() + " (ATECO " + needs.atecoVersion() + ")");
    add(letter, words.say("activity"), needs.activity());
    add(letter, words.say("area"), amount(needs.areaM2(), "m²", words));
    add(letter, words.say("power"), amount(needs.powerKw(), "kW", words));
    add(letter, words.say("water"), amount(needs.waterLs(), "l/s", words));
    add(letter, words.say("jobs"), amount(needs.jobs(), "", words));
    add(letter, words.say("jobsPer1000M2"), amount(needs.jobsPer1000M2(), "", words));
    DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale());
    add(letter, words.say("earliest"), needs.earliest() == null ? null : day.format(needs.earliest()));
    add(letter, words.say("latest"), needs.latest() == null ? null : day.format(needs.latest()));
    add(letter, words.say("offerType"), needs.offerType() == null ? null : words.say("offerType." + needs.offerType()));
    add(letter, words.say("budget"), amount(needs.budgetEur(), "€", words));
    add(letter, words.say("places"), places.isEmpty() ? null : String.join(", ", places.stream().map(Place::code).toList()));
    add(letter, words.say("message"), inquiry.message());
  }

  private static void add(Letter letter, String label, @Nullable String text) {
    if (text != null) {
      letter.fact(label, text);
    }
  }

  private static @Nullable String amount(@Nullable Number value, String unit, Words words) {
    return value == null ? null : (NumberFormat.getInstance(words.locale()).format(value) + " " + unit).strip();
  }
}
