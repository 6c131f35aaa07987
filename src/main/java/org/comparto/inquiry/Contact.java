package org.comparto.inquiry;

import org.comparto.mail.EmailAddress;
import org.comparto.problem.Field;
import org.jspecify.annotations.Nullable;

/** Who asks; it checks itself. Personal data: nothing of it is kept anywhere else. */
record Contact(String organisation, String name, String email, @Nullable String phone) {

  Contact(@Nullable String organisation, @Nullable String name, @Nullable String email, @Nullable String phone) {
    this.organisation = Field.required("contact.organisation", organisation, 200);
    this.name = Field.required("contact.name", name, 120);
    this.email = EmailAddress.of("contact.email", email);
    this.phone = Field.phone("contact.phone", phone);
  }
}
