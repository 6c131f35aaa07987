package org.comparto.inquiry;

import java.util.OptionalLong;
import org.comparto.account.Signing;
import org.springframework.stereotype.Component;

/** The secret by which somebody sees their inquiry again. It is computed, not kept: whoever reads the tables finds none. */
@Component
class ReceiptTokens {

  private static final String PURPOSE = "receipt";

  private final Signing signing;

  ReceiptTokens(Signing signing) {
    this.signing = signing;
  }

  String of(long inquiry) {
    return signing.keyTo(PURPOSE, inquiry);
  }

  /** The inquiry that it opens, empty if it is not ours. */
  OptionalLong read(String token) {
    return signing.opened(PURPOSE, token);
  }
}
