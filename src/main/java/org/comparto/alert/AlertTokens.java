package org.comparto.alert;

import java.util.Locale;
import java.util.OptionalLong;
import org.comparto.account.Signing;
import org.springframework.stereotype.Component;

/** The keys to a saved search, computed and not kept: a mail that is written months later can name them, and the tables can not. */
@Component
class AlertTokens {

  /** What a key opens; a key for one is none for another. */
  enum Use {
    /** Reads the feed. */
    FEED,
    /** Says that the address is one's own. */
    CONFIRM,
    /** Sees the search and ends it. */
    MANAGE
  }

  private final Signing signing;

  AlertTokens(Signing signing) {
    this.signing = signing;
  }

  String of(Use use, long search) {
    return signing.keyTo(purpose(use), search);
  }

  /** The search that it opens for this use, empty if it is not ours. */
  OptionalLong read(Use use, String token) {
    return signing.opened(purpose(use), token);
  }

  private static String purpose(Use use) {
    return "alert-" + use.name().toLowerCase(Locale.ROOT);
  }
}
