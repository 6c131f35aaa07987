package org.comparto.owner;

import java.util.Locale;
import java.util.OptionalLong;
import org.comparto.account.Signing;
import org.springframework.stereotype.Component;

/** The keys that mails carry, computed and not kept: whoever reads the tables finds none. */
@Component
class OwnerTokens {

  /** What a key opens; a key for one is none for another. */
  enum Use {
    /** Says that the address of an offer is one's own. */
    CONFIRM,
    /** Sees what became of an offer. */
    RECEIPT,
    /** Answers for one plot. */
    QUESTION
  }

  private final Signing signing;

  OwnerTokens(Signing signing) {
    this.signing = signing;
  }

  String of(Use use, long id) {
    return id + "." + signing.sign(purpose(use), String.valueOf(id));
  }

  /** What it opens for this use, empty if it is not ours. */
  OptionalLong read(Use use, String token) {
    String[] parts = token.split("\\.", 2);
    boolean ours = parts.length == 2 && parts[0].matches("[1-9]\\d{0,17}") && signing.isSigned(purpose(use), parts[0], parts[1]);
    return ours ? OptionalLong.of(Long.parseLong(parts[0])) : OptionalLong.empty();
  }

  /** By which an address that wants no mail is known again without being kept. */
  String ofAddress(OwnerAddress address) {
    return signing.sign("owner-silence", address.key());
  }

  private static String purpose(Use use) {
    return "owner-" + use.name().toLowerCase(Locale.ROOT);
  }
}
