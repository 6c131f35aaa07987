package org.comparto.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.comparto.mail.MailServer;
import org.comparto.mail.Patience;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.node.ObjectNode;

/** Receipts and notices reach a real SMTP server, once it is there, whatever people wrote. */
@IntegrationTest
class OutboxTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired FormStamps stamps;
  @Autowired ReceiptTokens tokens;
  @Autowired Inbox inbox;
  @Autowired Places places;
  GreenMail server;
  InquiryClient client;

  @BeforeEach
  void aMailServer() {
    InquiryClient.forgetAll(db);
    client = new InquiryClient(port);
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
  }

  @AfterEach
  void nothingStays() {
    server.stop();
    InquiryClient.forgetAll(db);
  }

  @Test
  void theSenderGetsAReceiptAndTheDeskANotice() throws Exception {
    ObjectNode inquiry = InquiryClient.inquiry(stamps).put("message", "<script>alert(1)</script> & città").put("language", "en");
    Http.Answer sent = client.send(inquiry);
    String ticket = sent.json().path("ticket").asString();
    outbox().send();

    MimeMessage receipt = to("anna@rossi.example");
    assertThat(receipt.getSubject()).isEqualTo("Inquiry " + ticket + " received");
    assertThat(receipt.getFrom()[0]).hasToString("desk@example.org");
    assertThat(part(receipt, "text/plain")).contains("Dear Anna Rossi,", "Area: 20,000 m²", "Jobs per 1,000 m²: 2.3", "28.12 (ATECO 2025)",
        "<script>alert(1)</script> & città", "https://aree.example.org/#place=inquiry&receipt=" + sent.json().path("token").asString());
    assertThat(part(receipt, "text/html")).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; città").doesNotContain("<script>");
    MimeMessage notice = to("desk@example.org");
    assertThat(notice.getSubject()).isEqualTo("Nuova richiesta " + ticket);
    assertThat(notice.getReplyTo()[0]).hasToString("anna@rossi.example");
    assertThat(part(notice, "text/plain")).contains("Impresa o ente: Meccanica Rossi");

    outbox().send();
    assertThat(server.getReceivedMessages()).as("each once").hasSize(2);
  }

  @Test
  void theQueueIsKeptWhileThereIsNoServerAndAskedAgainWhileItDoesNotAnswer() {
    long id = InquiryClient.idOf(client.send(InquiryClient.inquiry(stamps)));
    outboxTo(null).send();
    assertThat(waiting(id)).isEqualTo(2);
    int mailPort = server.getSmtp().getPort();
    server.stop();
    outboxTo(mailPort).send();
    assertThat(waiting(id)).isEqualTo(2);
    assertThat(inbox.mails(id)).allSatisfy(mail -> {
      assertThat(mail.attempts()).isEqualTo(1);
      assertThat(mail.error()).isNotEmpty();
    });
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    outbox().send();
    assertThat(server.getReceivedMessages()).as("not before its time").isEmpty();
    db.sql("UPDATE inquiry_mail SET next_attempt_at = next_attempt_at - interval '31 seconds'").update();
    outbox().send();
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(waiting(id)).isZero();
    assertThat(inbox.mails(id)).allSatisfy(mail -> assertThat(mail.error()).isNull());
  }

  @Test
  void whatIsSpamIsNotAnsweredUntilSomebodySaysThatItIsNone() {
    long id = InquiryClient.idOf(client.send(InquiryClient.inquiry(stamps).put("website", "x")));
    outbox().send();
    assertThat(server.getReceivedMessages()).isEmpty();
    db.sql("UPDATE inquiry SET state = 'new' WHERE id = :id").param("id", id).update();
    outbox().send();
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void whatPeopleWroteAddsNoHeader() throws Exception {
    ObjectNode inquiry = InquiryClient.inquiry(stamps).put("message", "riga\r\nBcc: all@example.org\r\n.\r\nRCPT TO:<all@example.org>");
    ((ObjectNode) inquiry.get("contact")).put("organisation", "Rossi Bcc: all@example.org");
    client.send(inquiry);
    outbox().send();
    assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(mail -> {
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(mail.getRecipients(Message.RecipientType.BCC)).isNull();
      assertThat(mail.getSubject()).doesNotContain("Bcc");
    });
    assertThat(part(to("anna@rossi.example"), "text/plain")).contains("RCPT TO:<all@example.org>");
  }

  @ParameterizedTest
  @CsvSource({"1, 30", "2, 60", "5, 480", "11, 21600", "13, 21600", "14, "})
  void waitingGrowsToSixHoursAndEndsAfterTwoDays(int attempts, Long seconds) {
    assertThat(Patience.waitAfter(attempts)).isEqualTo(seconds);
  }

  private Outbox outbox() {
    return outboxTo(server.getSmtp().getPort());
  }

  private Outbox outboxTo(Integer mailPort) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    if (mailPort != null) {
      sender.setHost("127.0.0.1");
      sender.setPort(mailPort);
    }
    InquiryProperties properties = new InquiryProperties(List.of(), 10, Duration.ofSeconds(4), Duration.ofHours(24), Duration.ofHours(48), 24,
        "desk@example.org", null, "https://aree.example.org/");
    return new Outbox(db, inbox, places, new Mails(new MailServer(mailPort == null ? null : sender), properties, tokens));
  }

  private int waiting(long id) {
    return db.sql("SELECT count(*) FROM inquiry_mail WHERE inquiry_id = :id AND sent_at IS NULL").param("id", id).query(Integer.class).single();
  }

  private MimeMessage to(String address) {
    return Arrays.stream(server.getReceivedMessages()).filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).equals(address))
        .findFirst().orElseThrow();
  }

  private static jakarta.mail.Address[] recipients(MimeMessage mail) {
    try {
      return mail.getAllRecipients();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first part of this type, however deep it lies. */
  private static String part(jakarta.mail.Part part, String type) throws Exception {
    if (part.isMimeType(type)) {
      return part.getContent().toString().replace("\r\n", "\n");
    }
    if (part.getContent() instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = part(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
