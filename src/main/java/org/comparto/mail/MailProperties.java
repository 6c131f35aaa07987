package org.comparto.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who writes, and where the links in mails lead. Unless they are set, those of the inquiries are meant.
 *
 * @param from the sender; null for nobody
 * @param publicAddress where people reach this installation, without a slash at its end; null: mails can carry no links
 */
@ConfigurationProperties("comparto.mail")
public record MailProperties(@Nullable String from, @Nullable String publicAddress) {

  public MailProperties {
    from = from == null || from.isBlank() ? null : from;
    publicAddress = publicAddress == null || publicAddress.isBlank() ? null : publicAddress.replaceAll("/+$", "");
  }
}
