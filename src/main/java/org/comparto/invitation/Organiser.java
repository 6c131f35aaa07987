package org.comparto.invitation;

import org.comparto.mail.EmailAddress;
import org.comparto.problem.Field;
import org.jspecify.annotations.Nullable;

/** Whom a host can call and who hears its answer; personal data, shown to the host only and forgotten after the visit. */
public record Organiser(@Nullable String name, @Nullable String email, @Nullable String phone) {

  public Organiser {
    name = Field.optional("organiser.name", name, 200);
    email = email == null || email.isBlank() ? null : EmailAddress.of("organiser.email", email);
    phone = Field.phone("organiser.phone", phone);
  }
}
