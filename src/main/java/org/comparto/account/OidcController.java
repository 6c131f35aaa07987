package org.comparto.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Signing in through an identity provider: to it and back. What begins then is a session of ours, as after a password. */
@RestController
class OidcController {

  private static final Logger log = LoggerFactory.getLogger(OidcController.class);
  static final String COOKIE = "comparto-oidc";
  private static final String PATH = "/api/session/oidc";

  private final ObjectProvider<OidcProvider> provider;
  private final Identities identities;
  private final Accounts accounts;
  private final Signing signing;
  private final Sessions sessions;
  private final Audit audit;

  OidcController(ObjectProvider<OidcProvider> provider, Identities identities, Accounts accounts, Signing signing, Sessions sessions, Audit audit) {
    this.provider = provider;
    this.identities = identities;
    this.accounts = accounts;
    this.signing = signing;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** @param view where on the page the person was */
  @GetMapping(PATH)
  ResponseEntity<Void> ask(@RequestParam @Nullable String view, HttpServletRequest request) {
    OidcAttempt attempt = OidcAttempt.begin(view);
    try {
      String there = on().ask(attempt, here()).getAuthorizationRequestUri();
      return redirect(there, cookie(attempt.sealed(signing), OidcAttempt.VALID, request));
    } catch (IllegalArgumentException | IllegalStateException e) { // so the client says that the provider does not answer, or not as itself
      log.warn("The identity provider can not be asked: {}", e.getMessage());
      return failed("unavailable", request);
    }
  }

  /** @param answered code and state, or what has gone wrong; providers add more of their own */
  @GetMapping(OidcProvider.CALLBACK)
  ResponseEntity<Void> answer(@RequestParam Map<String, String> answered, @CookieValue(COOKIE) @Nullable String cookie, HttpServletRequest request) {
    OidcProvider asked = on();
    String code = answered.get("code");
    String state = answered.get("state");
    Optional<OidcAttempt> attempt = cookie == null ? Optional.empty() : OidcAttempt.open(signing, cookie);
    if (attempt.isEmpty() || state == null || !state.equals(attempt.get().state())) {
      return failed("expired", request);
    }
    if (code == null || !asked.isIssuer(answered.get("iss"))) {
      return failed("refused", request); // the provider says so, or the person has turned back there
    }
    OidcUser person;
    try {
      person = asked.redeem(attempt.get(), here(), code, state);
    } catch (AuthenticationException | IllegalArgumentException e) {
      log.warn("What the identity provider answered does not hold: {}", e.getMessage());
      audit.note(Audit.ANONYMOUS, AuditAction.SIGN_IN_FAILED, null, "identity provider");
      return failed("refused", request);
    }
    Identities.Answer known = identities.of(person);
    if (known.account() == null) {
      audit.note(Audit.ANONYMOUS, AuditAction.SIGN_IN_FAILED, null, "identity provider: " + known.reason());
      return failed(known.reason(), request);
    }
    sessions.begin(request, known.account(), known.isStrong());
    accounts.noteLogin(known.account().id());
    audit.note(known.account().username(), AuditAction.SIGN_IN, null, "identity provider");
    return redirect("/#" + attempt.get().view(), cookie("", Duration.ZERO, request));
  }

  /** The page tells the reason in words. */
  private static ResponseEntity<Void> failed(String reason, HttpServletRequest request) {
    return redirect("/#place=account&provider=" + reason, cookie("", Duration.ZERO, request));
  }

  private static ResponseEntity<Void> redirect(String there, ResponseCookie cookie) {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(there)).header(HttpHeaders.SET_COOKIE, cookie.toString())
        .cacheControl(CacheControl.noStore()).build();
  }

  /** Lax: it has to come along when the provider sends the browser back. */
  private static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
    return ResponseCookie.from(COOKIE, value).path(PATH).maxAge(age).httpOnly(true).secure(request.isSecure()).sameSite("Lax").build();
  }

  private static String here() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
  }

  private OidcProvider on() {
    return Optional.ofNullable(provider.getIfAvailable()).orElseThrow(() ->
        new NotFoundException("path", "No identity provider is set here; sign in with POST /api/session."));
  }
}
