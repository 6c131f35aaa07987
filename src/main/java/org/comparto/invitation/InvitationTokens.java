package org.comparto.invitation;

import java.util.OptionalLong;
import org.comparto.account.Signing;
import org.springframework.stereotype.Component;

/** The links by which hosts answer, computed and not kept: whoever reads the tables finds none. */
@Component
class InvitationTokens {

  private static final String PURPOSE = "visit-invitation";

  private final Signing signing;

  InvitationTokens(Signing signing) {
    this.signing = signing;
  }

  String of(long invitation) {
    return signing.keyTo(PURPOSE, invitation);
  }

  /** The invitation that it opens, empty if it is not ours. */
  OptionalLong read(String token) {
    return signing.opened(PURPOSE, token);
  }
}
