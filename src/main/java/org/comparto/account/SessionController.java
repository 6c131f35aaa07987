package org.comparto.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and one's own password. */
@RestController
class SessionController {

  /** Who signs in; not checked for more than being there, so that an answer tells nothing about accounts. */
  record Credentials(String username, String password) {

    Credentials(@Nullable String username, @Nullable String password) {
      this.username = Field.required("username", username, 100);
      if (password == null || password.isEmpty()) {
        throw new InvalidInputException("password", "password is required");
      }
      this.password = password;
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
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Session(@Nullable Self account, @Nullable Csrf csrf) {}

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
      @Nullable String municipality, @Nullable Set<String> layers, @Nullable String language, boolean mustChangePassword, Set<Scope> scopes) {}

  private final Accounts accounts;
  private final Rights rights;
  private final Passwords passwords;
  private final LoginThrottle throttle;
  private final Sessions sessions;

  SessionController(Accounts accounts, Rights rights, Passwords passwords, LoginThrottle throttle, Sessions sessions) {
    this.accounts = accounts;
    this.rights = rights;
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
  }

  @GetMapping("/api/session")
  Session current(@AuthenticationPrincipal @Nullable CurrentAccount caller, CsrfToken csrf) {
    if (caller == null) {
      return new Session(null, null);
    }
    Self self = Optional.ofNullable(caller.id()).map(id -> selfOf(accounts.get(id), caller))
        .orElseGet(() -> new Self(caller.username(), caller.displayName(), null, caller.role(), caller.territory(), null, null, null,
            false, sorted(caller.scopes())));
    return new Session(self, caller.inPerson() ? csrfOf(csrf) : null);
  }

  @PostMapping("/api/session")
  Session signIn(@RequestBody Credentials given, HttpServletRequest request, CsrfToken csrf) {
    Optional<Account> account = accounts.find(given.username()).filter(Account::active);
    String hash = account.map(found -> accounts.passwordHash(found.id())).orElse(null);
    if (!throttle.attempt(given.username(), request.getRemoteAddr(), () -> passwords.matches(given.password(), hash))) {
      throw new RefusedException(HttpStatus.UNAUTHORIZED, "wrong-credentials", "The username or the password is wrong.", null, null);
    }
    sessions.begin(request, account.orElseThrow());
    accounts.noteLogin(account.get().id());
    return new Session(selfOf(account.get(), rights.inPerson(account.get())), csrfOf(csrf));
  }

  @DeleteMapping("/api/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request) {
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
    if (!throttle.attempt(caller.username(), request.getRemoteAddr(), () -> passwords.matches(change.old(), hash))) {
      throw new RefusedException(HttpStatus.BAD_REQUEST, "wrong-password", "The old password is wrong.", "old", null);
    }
    accounts.setPassword(caller.id(), passwords.hash(change.fresh()), false);
    sessions.endOthersOf(caller.username(), request);
  }

  private static Set<Scope> sorted(Set<Scope> scopes) {
    return new TreeSet<>(scopes);
  }

  private static Self selfOf(Account account, CurrentAccount caller) {
    return new Self(account.username(), account.displayName(), account.email(), account.role(), account.territory(), account.municipality(),
        caller.layers(), account.language(), account.mustChangePassword(), sorted(caller.scopes()));
  }

  /** Asked for only now: an anonymous reader gets no session. */
  private static Csrf csrfOf(CsrfToken token) {
    return new Csrf(token.getHeaderName(), token.getToken());
  }
}
