package org.comparto.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie that names a session: out of reach of scripts, not sent along by other sites' forms, and Secure where the
 * request is https (a first look on plain http works without). What can not be an id of ours is not looked up.
 */
final class SessionCookie extends DefaultCookieSerializer {

  static final String NAME = "comparto-session";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  SessionCookie() {
    setCookieName(NAME);
    setUseHttpOnlyCookie(true);
    setSameSite("Lax");
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return super.readCookieValues(request).stream().filter(value -> ID.matcher(value).matches()).toList();
  }
}
