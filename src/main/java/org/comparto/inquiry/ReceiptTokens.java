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
    return inquiry + "." + signing.sign(PURPOSE, String.valueOf(inquiry));
  }

  /** The inquiry that it opens, empty if it is not ours. */
  OptionalLong read(String token) {
    String[] parts = token.split("\\.", 2);
    boolean ours = parts.length == 2 && parts[0].matches("[1-9]\\d{0,17}") && signing.isSigned(PURPOSE, parts[0], parts[1]);
    return ours ? OptionalLong.of(Long.parseLong(parts[0])) : OptionalLong.empty();
  }
}
