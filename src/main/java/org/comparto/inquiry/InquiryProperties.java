package org.comparto.inquiry;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How inquiries are received and kept. Mail goes out as soon as {@code spring.mail.host} is set, and waits until then.
 *
 * @param allowedSources addresses or networks (10.0.0.0/8) of partners whose programs may send any number, without a form
 * @param perHour how many inquiries one address may send in an hour
 * @param minimumFill nobody fills in the form faster than this
 * @param formValid how long a form that was opened can be sent
 * @param responseTarget after so long without an answer an inquiry is overdue
 * @param retentionMonths after so many months personal data are erased by themselves
 * @param deskAddress who is told of a new inquiry; nobody if it is not set
 * @param mailFrom the sender of all mail; the desk's address if it is not set
 * @param publicAddress where people reach this installation, for instance https://aree.example.it; without it mails carry no links
 */
@ConfigurationProperties("comparto.inquiry")
record InquiryProperties(@DefaultValue List<String> allowedSources, @DefaultValue("10") int perHour, @DefaultValue("4s") Duration minimumFill,
    @DefaultValue("24h") Duration formValid, @DefaultValue("48h") Duration responseTarget, @DefaultValue("24") int retentionMonths,
    @Nullable String deskAddress, @Nullable String mailFrom, @Nullable String publicAddress) {

  /** Null if neither is set. */
  @Nullable String sender() {
    return mailFrom != null ? mailFrom : deskAddress;
  }
}
