package org.comparto.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.account.LoginThrottle.Outcome;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and one's own password. */
@RestController
class SessionController {

  /**
   * Who signs in; not checked for more than being there, so that an answer tells nothing about accounts.
   *
   * @param code of the second factor, where one is asked for
   */
  record Credentials(String username, String password, @Nullable String code) {

    Credentials(@Nullable String username, @Nullable String password, @Nullable String code) {
      this.username = Field.required("username", username, 100);
      if (password == null || password.isEmpty()) {
        throw new InvalidInputException("password", "password is required");
      }
      this.password = password;
      this.code = code;
    }

    @Override
    public String toString() {
      return "Credentials of " + username;
    }
  }

  /** @param fresh the new password */
  record PasswordChange(@Nullable String old, @JsonProperty("new") @Nullable String fresh) {

    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  /**
   * What a page needs to know about itself.
   *
   * @param account null if nobody is signed in
   * @param csrf what a writing request has to carry; null where no session proves who asks
   * @param ways what else there is than a password
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Session(@Nullable Self account, @Nullable Csrf csrf, Ways ways) {}

  /**
   * @param passwordReset whether a forgotten password can be replaced by mail
   * @param provider the name of the identity provider that signs in too; null for none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Ways(boolean passwordReset, @Nullable String provider) {}

  /**
   * @param demanded whether the role must have one here: until it has, it may do nothing else
   * @param recoveryCodes how many were not used yet
   */
  record Factor(boolean on, boolean demanded, int recoveryCodes) {}

  /** What people change of their own account, each if it is there. */
  record OwnChange(@Nullable Boolean wantsMail, @Nullable String language) {}

  /** @param header the name of the header that carries the token */
  record Csrf(String header, String token) {}

  /**
   * @param territory null for all
   * @param municipality ISTAT code; null for all of the territory
   * @param layers what the caller may propose, review and write, as far as the scopes go; null for all
   * @param scopes what the caller may do here; a page shows by them what it offers
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Self(String username, String displayName, @Nullable String email, Role role, @Nullable String territory,
      @Nullable String municipality, @Nullable Set<String> layers, @Nullable String language, boolean mustChangePassword, Set<Scope> scopes,
      boolean wantsMail, @Nullable Factor secondFactor) {}

  private final Accounts accounts;
  private final Rights rights;
  private final Passwords passwords;
  private final SignIn signIn;
  private final RecoveryCodes codes;
  private final PasswordReset reset;
  private final OidcProperties oidc;
  private final AccountProperties settings;
  private final Sessions sessions;
  private final Audit audit;

  SessionController(Accounts accounts, Rights rights, Passwords passwords, SignIn signIn, RecoveryCodes codes, PasswordReset reset,
      OidcProperties oidc, AccountProperties settings, Sessions sessions, Audit audit) {
    this.accounts = accounts;
    this.rights = rights;
    this.passwords = passwords;
    this.signIn = signIn;
    this.codes = codes;
    this.reset = reset;
    this.oidc = oidc;
    this.settings = settings;
    this.sessions = sessions;
    this.audit = audit;
  }

  @GetMapping("/api/session")
  Session current(@AuthenticationPrincipal @Nullable CurrentAccount caller, CsrfToken csrf) {
    if (caller == null) {
      return new Session(null, null, ways());
    }
    Self self = Optional.ofNullable(caller.id()).map(id -> selfOf(accounts.get(id), caller))
        .orElseGet(() -> new Self(caller.username(), caller.displayName(), null, caller.role(), caller.territory(), null, null, null,
            false, sorted(caller.scopes()), false, null));
    return new Session(self, caller.inPerson() ? csrfOf(csrf) : null, ways());
  }

  @PostMapping("/api/session")
  Session signIn(@RequestBody Credentials given, HttpServletRequest request, CsrfToken csrf) {
    Account account = accounts.find(given.username()).filter(Account::active).orElse(null);
    Outcome outcome = signIn.judge(given.username(), account, given.password(), given.code(), request);
    if (outcome == Outcome.CODE_MISSING) {
      throw refused("second-factor-required", "Give the code of your second factor too.");
    }
    if (outcome != Outcome.RIGHT) {
      // a name that is nobody's may be a password typed into the wrong field
      audit.note(Audit.ANONYMOUS, AuditAction.SIGN_IN_FAILED, account == null ? null : "account:" + account.username(),
          outcome == Outcome.WRONG ? "password" : "second factor");
      throw outcome == Outcome.WRONG ? refused("wrong-credentials", "The username or the password is wrong.")
          : refused("wrong-second-factor", "The code is wrong, or was used already.");
    }
    sessions.begin(request, account, false);
    accounts.noteLogin(account.id());
    audit.note(account.username(), AuditAction.SIGN_IN, null, account.hasSecondFactor() ? "password and second factor" : "password");
    return new Session(selfOf(account, rights.inPerson(account)), csrfOf(csrf), ways());
  }

  @DeleteMapping("/api/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(@AuthenticationPrincipal CurrentAccount caller, HttpServletRequest request) {
    audit.note(caller.username(), AuditAction.SIGN_OUT, null, null);
    sessions.end(request);
  }

  /** Whoever finds an open browser could try old passwords here: it counts as signing in. */
  @PutMapping("/api/session/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@RequestBody PasswordChange change, @AuthenticationPrincipal CurrentAccount caller, HttpServletRequest request) {
    if (change.old() == null) {
      throw new InvalidInputException("old", "old is required");
    }
    passwords.check(change.fresh(), caller.username());
    if (change.fresh().equals(change.old())) {
      throw new InvalidInputException("new", "The new password must differ from the old one.");
    }
    String hash = accounts.passwordHash(caller.id());
    if (!signIn.passes(caller.username(), request, () -> passwords.matches(change.old(), hash))) {
      throw new RefusedException(HttpStatus.BAD_REQUEST, "wrong-password", "The old password is wrong.", "old", null);
    }
    accounts.setPassword(caller.id(), passwords.hash(change.fresh()), false);
    audit.note(caller.username(), AuditAction.PASSWORD_CHANGED, "account:" + caller.username(), null);
    sessions.endOthersOf(caller.username(), request);
  }

  /** Who may do what is an admin's to change; these are one's own. */
  @PatchMapping("/api/session/account")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changeOwn(@RequestBody OwnChange change, @AuthenticationPrincipal CurrentAccount caller) {
    accounts.changeOwn(caller.id(), change.wantsMail(), change.language() == null ? null : Field.language(change.language()));
  }

  private Ways ways() {
    return new Ways(reset.isPossible(), oidc.isOn() ? oidc.name() : null);
  }

  private static RefusedException refused(String type, String detail) {
    return new RefusedException(HttpStatus.UNAUTHORIZED, type, detail, null, null);
  }

  private static Set<Scope> sorted(Set<Scope> scopes) {
    return new TreeSet<>(scopes);
  }

  private Self selfOf(Account account, CurrentAccount caller) {
    return new Self(account.username(), account.displayName(), account.email(), account.role(), account.territory(), account.municipality(),
        caller.layers(), account.language(), account.mustChangePassword(), sorted(caller.scopes()),
        account.wantsMail(), new Factor(account.hasSecondFactor(), settings.demandsSecondFactor(account.role()), account.hasSecondFactor() ? codes.left(account.id()) : 0));
  }

  /** Asked for only now: an anonymous reader gets no session. */
  private static Csrf csrfOf(CsrfToken token) {
    return new Csrf(token.getHeaderName(), token.getToken());
  }
}
