package org.comparto.account;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comparto.account.ApiTokens.ApiToken;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own tokens. They are made in person only: a token can not make another that outlives it. */
@RestController
class TokenController {

  /** All tokens of the caller, revoked ones too. */
  record TokenList(List<ApiToken> tokens) {}

  /** @param secret what programs show as {@code Authorization: Bearer …}; given this once */
  record MadeToken(ApiToken token, String secret) {}

  /** @param days how long it is valid; 90 if left out */
  record NewToken(String name, List<Scope> scopes, Integer days) {

    NewToken(@Nullable String name, @Nullable List<@Nullable Scope> scopes, @Nullable Integer days) {
      this.name = Field.required("name", name, 120);
      if (scopes == null || scopes.isEmpty() || scopes.contains(null)) {
        throw new InvalidInputException("scopes", "scopes must name at least one of " + Scope.join(EnumSet.allOf(Scope.class)).replace(",", ", "));
      }
      this.scopes = scopes;
      this.days = days == null ? 90 : days;
      if (this.days < 1 || this.days > 366) {
        throw new InvalidInputException("days", "days is " + days + "; it must be from 1 to 366");
      }
    }
  }

  private final ApiTokens tokens;
  private final Audit audit;

  TokenController(ApiTokens tokens, Audit audit) {
    this.tokens = tokens;
    this.audit = audit;
  }

  @GetMapping("/api/tokens")
  TokenList list(@AuthenticationPrincipal CurrentAccount caller) {
    return new TokenList(tokens.of(caller.id()));
  }

  @PostMapping("/api/tokens")
  ResponseEntity<MadeToken> create(@AuthenticationPrincipal CurrentAccount caller, @RequestBody NewToken wanted) {
    if (!caller.scopes().containsAll(wanted.scopes())) {
      throw new InvalidInputException("scopes", "Your role " + caller.role() + " allows " + Scope.join(caller.scopes()) + " and no more.");
    }
    Secret secret = Secret.random();
    ApiToken made = tokens.create(caller.id(), wanted.name(), Set.copyOf(wanted.scopes()), wanted.days(), secret);
    audit.note(caller.username(), AuditAction.TOKEN_CREATED, "token:" + made.id(), Scope.join(wanted.scopes()));
    return ResponseEntity.created(URI.create("/api/tokens/" + made.id())).body(new MadeToken(made, secret.text()));
  }

  @DeleteMapping("/api/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    tokens.revoke(caller.id(), id);
    audit.note(caller.username(), AuditAction.TOKEN_REVOKED, "token:" + id, null);
  }
}
