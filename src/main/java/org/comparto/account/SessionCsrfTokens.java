package org.comparto.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** One CSRF token a session, kept in it as plain text, so that a library's new version can still read the session. */
final class SessionCsrfTokens implements CsrfTokenRepository {

  static final String HEADER = "X-CSRF-TOKEN";
  private static final String ATTRIBUTE = "csrf";

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(UUID.randomUUID().toString());
  }

  @Override
  public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token != null) {
      request.getSession(true).setAttribute(ATTRIBUTE, token.getToken());
      return;
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String value = session == null ? null : (String) session.getAttribute(ATTRIBUTE);
    return value == null ? null : token(value);
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken(HEADER, "_csrf", value);
  }
}
