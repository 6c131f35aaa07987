package org.comparto.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks: by the token shown, else by the session. A token that does not hold is refused even where nobody
 * needs one. The session is looked at only when a rule or a writer wants to know, so public reading does not wait for it.
 */
final class Identification extends OncePerRequestFilter {

  private static final String BEARER = "Bearer";

  private final Accounts accounts;
  private final Rights rights;
  private final ApiTokens tokens;
  private final OperatorToken operator;
  private final SecurityProblems problems;

  Identification(Accounts accounts, Rights rights, ApiTokens tokens, OperatorToken operator, SecurityProblems problems) {
    this.accounts = accounts;
    this.rights = rights;
    this.tokens = tokens;
    this.operator = operator;
    this.problems = problems;
  }

  /** Whether the request proves itself by a token, so that a cookie that came along does not count. */
  static boolean isByToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && (header.length() == BEARER.length() || header.charAt(BEARER.length()) == ' ');
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isByToken(request)) {
      Secret shown = new Secret(request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).trim());
      Optional<CurrentAccount> owner = operator.find(shown).or(() -> tokens.find(shown));
      if (owner.isEmpty()) {
        problems.commence(request, response, new BadCredentialsException("The token is unknown, expired or revoked."));
        return;
      }
      SecurityContextHolder.setContext(contextOf(owner));
    } else {
      SecurityContextHolder.setDeferredContext(SingletonSupplier.of(() ->
          contextOf(Sessions.accountOf(request).flatMap(accounts::findActive).map(account -> rights.inPerson(account, Sessions.isProvenElsewhere(request))))));
    }
    chain.doFilter(request, response);
  }

  private static SecurityContext contextOf(Optional<CurrentAccount> account) {
    return account.map(who -> new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of())))
        .orElseGet(SecurityContextImpl::new);
  }
}
