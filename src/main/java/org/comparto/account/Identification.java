package org.comparto.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private static final String BASIC = "Basic";

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
    return token(request) != null;
  }

  /**
   * The token that a request shows; null if it shows none. For programs that know only name and password it is the password, whatever the
   * name; a password that is no token of ours is meant for a proxy in front of us, and passed over.
   */
  private static @Nullable Secret token(HttpServletRequest request) {
    String bearer = credentials(request, BEARER);
    if (bearer != null) {
      return new Secret(bearer);
    }
    String basic = credentials(request, BASIC);
    if (basic == null) {
      return null;
    }
    try {
      String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
      String password = pair.substring(pair.indexOf(':') + 1);
      return password.startsWith(Secret.PREFIX) ? new Secret(password) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** What stands behind a way to prove oneself; null if that is not the way taken. */
  private static @Nullable String credentials(HttpServletRequest request, String way) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, way, 0, way.length()) && (header.length() == way.length() || header.charAt(way.length()) == ' ')
        ? header.substring(way.length()).trim() : null;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Secret shown = token(request);
    if (shown != null) {
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
