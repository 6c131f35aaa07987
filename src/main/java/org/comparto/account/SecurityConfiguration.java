package org.comparto.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Deny by default: what is not listed here is nobody's, and a new endpoint has to be let in by name. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String[] PUBLIC_READING = {"/", "/index.html", "/*.html", "/*.svg", "/css/**", "/js/**", "/locales/**",
      "/img/**", "/webjars/**", "/api/settings", "/api/layers", "/api/search", "/ogc", "/ogc/**", "/tiles/**",
      "/actuator/health", "/actuator/health/**"};

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Bean
  SecurityFilterChain rules(HttpSecurity http, SecurityProblems problems, ContentSecurityPolicy policy) throws Exception {
    return http
        .authorizeHttpRequests(requests -> requests
            .requestMatchers(HttpMethod.GET, PUBLIC_READING).permitAll()
            .requestMatchers(HttpMethod.HEAD, PUBLIC_READING).permitAll()
            .requestMatchers("/error").permitAll()
            .anyRequest().denyAll())
        .cors(Customizer.withDefaults()) // as the web configuration says
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::isSessionWriting))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
        .requestCache(cache -> cache.disable())
        .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .headers(headers -> headers
            .cacheControl(cache -> cache.disable()) // every answer sets its own
            .contentSecurityPolicy(csp -> csp.policyDirectives(policy.directives()))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
        .build();
  }

  /** A CSRF token is required exactly where a session cookie is what authenticates; bearer tokens and anonymous computations need none. */
  private static boolean isSessionWriting(HttpServletRequest request) {
    return !READING.contains(request.getMethod()) && request.getHeader("Authorization") == null && request.getSession(false) != null;
  }
}
