package org.comparto.invitation;

import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.invitation.NewInvitation.About;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may invite for something and see who was invited: the desk, and whoever has the key of what it is for. */
@Component
class InvitationRights {

  private final ObjectProvider<Occasion> occasions;

  /** @param occasions asked late: their modules use this one */
  InvitationRights(ObjectProvider<Occasion> occasions) {
    this.occasions = occasions;
  }

  /** Whether the caller is of the desk, or of those who propose. */
  static boolean isDesk() {
    return CurrentAccount.find().filter(account -> account.may(Scope.PROPOSE)).isPresent();
  }

  /**
   * @param key of the tour or campaign; null for none
   * @throws NotFoundException if there is none of this number, or none for this caller
   */
  void check(About about, @Nullable String key) {
    boolean desk = isDesk();
    boolean known = false;
    boolean may = desk;
    for (Occasion occasion : occasions) {
      if (occasion.kind().equals(about.kind())) {
        known = true;
        may = occasion.exists(about.id()) && (desk || occasion.mayAct(about.id(), key));
      }
    }
    if (!may) {
      throw new NotFoundException("about", "There is no " + about + " for you; send its key in the header " + InvitationController.KEY + (known ? "." : ", or sign in."));
    }
  }
}
