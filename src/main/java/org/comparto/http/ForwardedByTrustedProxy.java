package org.comparto.http;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.Globals;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Below which address the caller reached us ({@code X-Forwarded-Prefix}). Tomcat's valve has dealt with the other headers and
 * says whether it trusts who sent them ({@code server.tomcat.remoteip.internal-proxies}); from anybody else they are not heard.
 */
class ForwardedByTrustedProxy extends ForwardedHeaderFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null || super.shouldNotFilter(request);
  }
}
