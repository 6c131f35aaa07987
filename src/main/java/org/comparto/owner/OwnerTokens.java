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
    return signing.keyTo(purpose(use), id);
  }

  /** What it opens for this use, empty if it is not ours. */
  OptionalLong read(Use use, String token) {
    return signing.opened(purpose(use), token);
  }

  /** By which an address that wants no mail is known again without being kept. */
  String ofAddress(OwnerAddress address) {
    return signing.sign("owner-silence", address.key());
  }

  private static String purpose(Use use) {
    return "owner-" + use.name().toLowerCase(Locale.ROOT);
  }
}
