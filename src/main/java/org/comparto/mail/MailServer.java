package org.comparto.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server of the installation, if {@code spring.mail.host} names one. */
@Component
public class MailServer {

  private final @Nullable JavaMailSender server;

  @Autowired
  MailServer(ObjectProvider<JavaMailSender> server) {
    this(server.getIfAvailable());
  }

  /** @param server null for an installation without one */
  public MailServer(@Nullable JavaMailSender server) {
    this.server = server;
  }

  public boolean isThere() {
    return server != null;
  }

  /**
   * Gives it one mail, as text and as HTML.
   *
   * @throws org.springframework.mail.MailException if the server does not take it
   */
  public void send(Mail mail) throws MessagingException {
    MimeMessage message = server.createMimeMessage();
    MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
    parts.setFrom(mail.from());
    parts.setTo(mail.to());
    if (mail.replyTo() != null) {
      parts.setReplyTo(mail.replyTo());
    }
    parts.setSubject(mail.subject());
    parts.setText(mail.letter().text(), mail.letter().html());
    message.setHeader("Auto-Submitted", "auto-generated");
    for (var header : mail.headers().entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    server.send(message);
  }
}
