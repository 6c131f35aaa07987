package org.comparto.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who signed in with which session. A session keeps the account's id and no rights: those are read for each request.
 * It keeps plain values only, so that a new version of a library can still read it.
 */
@Component
class Sessions {

  private static final String ACCOUNT = "account";
  private static final String PROVEN_ELSEWHERE = "provenElsewhere";

  private final JdbcIndexedSessionRepository sessions;

  Sessions(JdbcIndexedSessionRepository sessions) {
    this.sessions = sessions;
  }

  /**
   * Begins a session under a new id, whatever id the browser came with: nobody can prepare one for somebody else.
   *
   * @param provenElsewhere whether an identity provider has asked for a second factor
   */
  void begin(HttpServletRequest request, Account account, boolean provenElsewhere) {
    end(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(ACCOUNT, account.id());
    session.setAttribute(PROVEN_ELSEWHERE, provenElsewhere);
    session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.username());
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Ends what somebody else may have begun with the old password; the caller's own session goes on under a new id. */
  void endOthersOf(String username, HttpServletRequest request) {
    HttpSession own = request.getSession(false);
    endAll(username, own == null ? null : own.getId());
    if (own != null) {
      request.changeSessionId();
    }
  }

  void endAllOf(String username) {
    endAll(username, null);
  }

  /** The id of the account that signed in, which may have been deactivated since. */
  static Optional<Long> accountOf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? Optional.empty() : Optional.ofNullable((Long) session.getAttribute(ACCOUNT));
  }

  static boolean isProvenElsewhere(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && Boolean.TRUE.equals(session.getAttribute(PROVEN_ELSEWHERE));
  }

  private void endAll(String username, @Nullable String except) {
    sessions.findByPrincipalName(username).keySet().stream().filter(id -> !id.equals(except)).forEach(sessions::deleteById);
  }
}
