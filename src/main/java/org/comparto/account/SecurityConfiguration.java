package org.comparto.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.comparto.account.AccessRules.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Deny by default: what {@link AccessRules} does not list is nobody's, and a new endpoint has to be let in by name. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  SecurityFilterChain rules(HttpSecurity http, SecurityProblems problems, ContentSecurityPolicy policy, Accounts accounts,
      Rights rights, ApiTokens tokens, OperatorToken operator) throws Exception {
    return http
        .authorizeHttpRequests(SecurityConfiguration::applyRules)
        .addFilterAfter(new Identification(accounts, rights, tokens, operator, problems), SecurityContextHolderFilter.class)
        .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository())) // Identification knows
        .logout(logout -> logout.disable())
        .cors(Customizer.withDefaults()) // as the bean of http/WebConfiguration says
        .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens())
            .requireCsrfProtectionMatcher(SecurityConfiguration::isWritingBySession))
        .requestCache(cache -> cache.disable())
        .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .headers(headers -> headers
            .cacheControl(cache -> cache.disable()) // every answer sets its own
            .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(personal(), new CacheControlHeadersWriter()))
            .contentSecurityPolicy(csp -> csp.policyDirectives(policy.directives()))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
        .build();
  }

  /** Watching each filter would cost more than most of them do, and nobody looks. */
  @Bean
  SecurityObservationSettings unobserved() {
    return SecurityObservationSettings.noObservations();
  }

  private static void applyRules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
    for (Rule rule : AccessRules.ALL) {
      requests.requestMatchers(rule.method(), rule.path()).access(rule.who());
      if (rule.method() == HttpMethod.GET) {
        requests.requestMatchers(HttpMethod.HEAD, rule.path()).access(rule.who());
      }
    }
    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll() // where the container sends failures; nobody asks for it
        .anyRequest().denyAll();
  }

  /**
   * A CSRF token is required exactly where a session cookie is what authenticates. Tokens need none, anonymous computations
   * neither, and signing in does not act for whom the cookie names.
   */
  private static boolean isWritingBySession(HttpServletRequest request) {
    boolean signingIn = request.getMethod().equals("POST") && request.getServletPath().equals("/api/session");
    return !Who.READING.contains(request.getMethod()) && !signingIn && !Identification.isByToken(request)
        && Sessions.accountOf(request).isPresent();
  }

  /** Answers about the caller, which no cache may keep. */
  private static RequestMatcher personal() {
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(paths.matcher("/api/session/**"), paths.matcher("/api/tokens/**"), paths.matcher("/api/accounts/**"),
        paths.matcher("/api/loads/**"), paths.matcher("/api/load-profiles/**"), paths.matcher("/api/inquiries/**"));
  }
}
