package org.comparto.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comparto.account.Who.EnrolmentRequiredException;
import org.comparto.account.Who.PasswordChangeRequiredException;
import org.comparto.problem.ProblemLanguage;
import org.comparto.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers refusals of the security filters as problems, like every other failure. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

  private final JsonMapper json;

  SecurityProblems(JsonMapper json) {
    this.json = json;
  }

  /** Nobody is signed in: the answer is the same whether or not there is something at the path. */
  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // browsers ask nobody for it
    if (e instanceof BadCredentialsException) {
      answer(request, response, HttpStatus.UNAUTHORIZED, "invalid-token", e.getMessage(), null);
      return;
    }
    answer(request, response, HttpStatus.UNAUTHORIZED, "unauthenticated", request.getMethod() + " " + request.getRequestURI()
        + " does not exist or is not open to everybody.", null);
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
    if (e instanceof CsrfException) {
      answer(request, response, HttpStatus.FORBIDDEN, "csrf", "Send the token of GET /api/session in the header " + SessionCsrfTokens.HEADER + ".", null);
    } else if (e instanceof PasswordChangeRequiredException) {
      answer(request, response, HttpStatus.FORBIDDEN, "password-change-required", e.getMessage(), null);
    } else if (e instanceof EnrolmentRequiredException) {
      answer(request, response, HttpStatus.FORBIDDEN, "second-factor-enrolment-required", e.getMessage(), null);
    } else {
      answer(request, response, HttpStatus.FORBIDDEN, "forbidden", "You may not do this.", null);
    }
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e) throws IOException {
    answer(request, response, HttpStatus.BAD_REQUEST, "invalid-parameter", "The address holds characters or encodings that are not accepted.", "path");
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String type, String detail,
      @Nullable String parameter) throws IOException {
    ProblemDetail problem = Problems.of(status, type, detail, parameter);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, ProblemLanguage.translate(problem, request).getLanguage());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(json.writeValueAsString(problem));
  }
}
