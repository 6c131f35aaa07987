package org.comparto.account;

import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Whom a rule lets in. What belongs to a single record (its layer, its territory, its owner) is asked by the writer, by {@link CurrentAccount}. */
enum Who implements AuthorizationManager<RequestAuthorizationContext> {

  ANYBODY(account -> true),
  /** Whoever signed in, by session or token. */
  READER(account -> account.may(Scope.READ)),
  PROPOSER(account -> account.may(Scope.PROPOSE)),
  /** Whoever changes features, at once or by a proposal: a token need not carry both scopes. */
  EDITOR(account -> account.may(Scope.PROPOSE) || account.may(Scope.WRITE)),
  REVIEWER(account -> account.may(Scope.REVIEW)),
  WRITER(account -> account.may(Scope.WRITE)),
  LOADER(account -> account.may(Scope.LOAD)),
  AUDITOR(account -> account.may(Scope.AUDIT)),
  ADMIN(account -> account.may(Scope.ADMIN)),
  /** Whoever signed in with a password: no token does. */
  IN_PERSON(CurrentAccount::inPerson),
  /** As in person, and also while the password still has to be changed. */
  IN_PERSON_FIRST_OF_ALL(CurrentAccount::inPerson);

  static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Predicate<CurrentAccount> admits;

  Who(Predicate<CurrentAccount> admits) {
    this.admits = admits;
  }

  @Override
  public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
    if (this == ANYBODY) {
      return new AuthorizationDecision(true); // without asking who it is
    }
    Authentication given = authentication.get();
    if (given == null || !(given.getPrincipal() instanceof CurrentAccount account)) {
      return new AuthorizationDecision(false);
    }
    if (account.inPerson() && account.scopes().isEmpty() && this != IN_PERSON_FIRST_OF_ALL) {
      throw new EnrolmentRequiredException();
    }
    if (!admits.test(account)) {
      return new AuthorizationDecision(false);
    }
    if (account.mustChangePassword() && this != IN_PERSON_FIRST_OF_ALL && !READING.contains(context.getRequest().getMethod())) {
      throw new PasswordChangeRequiredException();
    }
    return new AuthorizationDecision(true);
  }

  /** A second factor has to be enrolled before the account may anything at all. */
  static final class EnrolmentRequiredException extends AccessDeniedException {

    EnrolmentRequiredException() {
      super("Your role must have a second factor: begin with POST /api/session/second-factor.");
    }
  }

  /** The account may do it as soon as its password is its own. */
  static final class PasswordChangeRequiredException extends AccessDeniedException {

    PasswordChangeRequiredException() {
      super("Change your password first: PUT /api/session/password with old and new.");
    }
  }
}
