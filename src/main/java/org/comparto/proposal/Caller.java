package org.comparto.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Who asks, as this module has to know them: a person, who may have several accounts and tokens, and where they work.
 *
 * @param names of all accounts of this person; none for the operator, whom nobody knows
 */
record Caller(CurrentAccount account, Set<String> names) {

  /** The name under which something is written. */
  String name() {
    return account.username();
  }

  boolean isOneOf(Collection<String> people) {
    return people.stream().anyMatch(names::contains);
  }

  boolean mayPropose(Proposal proposal) {
    return isPerson() && account.mayPropose(proposal.layer(), proposal.territory(), proposal.municipality());
  }

  boolean mayReview(Proposal proposal) {
    return isPerson() && account.mayReview(proposal.layer(), proposal.territory(), proposal.municipality());
  }

  /**
   * Whoever runs the installation holds its token beside an account of their own: two persons are two accounts.
   *
   * @throws RefusedException for the operator, answered with 403
   */
  void checkPerson() {
    if (!isPerson()) {
      throw new RefusedException(HttpStatus.FORBIDDEN, "account-required",
          "Proposals are written and decided on by persons: sign in with an account of your own.", null, null);
    }
  }

  private boolean isPerson() {
    return account.id() != null;
  }

  /** Whether what others write in their place is theirs to see, or only what is their own. */
  boolean seesPlaces() {
    return account.may(Scope.PROPOSE) || account.may(Scope.REVIEW);
  }

  /** For SQL: null for all. */
  @Nullable String layers() {
    return account.layers() == null ? null : String.join(",", account.layers());
  }

  String namesForSql() {
    return String.join(",", names.isEmpty() ? List.of("") : names);
  }
}
