package org.comparto.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Problems in the language of whoever asks: what {@code lang} says, else what Accept-Language prefers; English for programs, which say neither. */
@RestControllerAdvice
public class ProblemLanguage implements ResponseBodyAdvice<Object> {

  private static final Pattern LANG = Pattern.compile("(?:^|&)lang=(it|en)(?:&|$)");

  @Override
  public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public Object beforeBodyWrite(Object body, MethodParameter returnType, MediaType type, Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request, ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem && request instanceof ServletServerHttpRequest asked) {
      response.getHeaders().setContentLanguage(translate(problem, asked.getServletRequest()));
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
    return body;
  }

  /** Puts a problem into the language of whoever sent this request, and says which that is; for answers that no controller gives. */
  public static Locale translate(ProblemDetail problem, HttpServletRequest request) {
    if (!isItalian(request)) {
      return Locale.ENGLISH;
    }
    problem.setTitle(Italian.title(problem.getStatus(), problem.getTitle()));
    problem.setDetail(Italian.of(problem.getDetail()));
    if (problem.getProperties() != null) {
      problem.getProperties().replaceAll((name, member) -> member instanceof List<?> list && isTold(list) ? translated(problem, list) : member);
    }
    return Locale.ITALIAN;
  }

  /** What an answer tells beside problems, in the language of whoever sent this request. */
  public static List<? extends Told> translate(List<? extends Told> told, HttpServletRequest request) {
    return isItalian(request) ? told.stream().map(one -> one.told(Italian::of)).toList() : told;
  }

  private static boolean isTold(List<?> list) {
    return !list.isEmpty() && list.stream().allMatch(Told.class::isInstance);
  }

  /** A problem of several reasons tells them all, one behind the other. */
  private static List<Told> translated(ProblemDetail problem, List<?> list) {
    List<Told> told = list.stream().map(one -> ((Told) one).told(Italian::of)).toList();
    problem.setDetail(told.stream().map(Told::reason).collect(Collectors.joining("; ")) + ".");
    return told;
  }

  /** Not by getParameter: what can not be decoded is among the problems. */
  private static boolean isItalian(HttpServletRequest request) {
    Matcher chosen = LANG.matcher(request.getQueryString() == null ? "" : request.getQueryString());
    if (chosen.find()) {
      return chosen.group(1).equals("it");
    }
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null && Collections.list(request.getLocales()).stream().map(Locale::getLanguage)
        .filter(language -> language.equals("it") || language.equals("en")).findFirst().filter("it"::equals).isPresent();
  }
}
