package org.comparto.inquiry;

import java.time.Duration;
import java.time.Instant;
import org.comparto.account.Signing;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells when a form was opened, signed, so that a program can not fill it in before it has it, nor in no time. */
@Component
public class FormStamps {

  private static final String PURPOSE = "form";

  private final Signing signing;
  private final InquiryProperties properties;

  FormStamps(Signing signing, InquiryProperties properties) {
    this.signing = signing;
    this.properties = properties;
  }

  public String issue(Instant openedAt) {
    String millis = String.valueOf(openedAt.toEpochMilli());
    return millis + "." + signing.sign(PURPOSE, millis);
  }

  /** Nobody fills in a form faster than this. */
  public Duration minimumFill() {
    return properties.minimumFill();
  }

  /**
   * @throws InvalidInputException if the stamp is not ours, or too old
   * @throws RefusedException if the form was open too short a time, with the time to wait
   */
  public void check(@Nullable String stamp, Instant now) {
    Duration open = Duration.between(openedAt(stamp), now);
    if (open.compareTo(properties.formValid()) > 0) {
      throw new InvalidInputException("form", "The form was opened too long ago; open it anew.");
    }
    Duration missing = properties.minimumFill().minus(open);
    if (missing.compareTo(Duration.ZERO) > 0) {
      throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "form-too-fast", "Nobody fills in the form this fast; wait a moment and send it again.",
          "form", missing.plusMillis(999));
    }
  }

  private Instant openedAt(@Nullable String stamp) {
    String[] parts = stamp == null ? new String[0] : stamp.split("\\.", 2);
    if (parts.length != 2 || !parts[0].matches("\\d{1,15}") || !signing.isSigned(PURPOSE, parts[0], parts[1])) {
      throw new InvalidInputException("form", "form must be the stamp that was given with the form.");
    }
    return Instant.ofEpochMilli(Long.parseLong(parts[0]));
  }
}
