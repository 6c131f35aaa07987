package org.comparto.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the called operation does not declare: a mistyped filter must not silently answer everything.
 * An operation that takes all of them as one map ({@code @RequestParam Map}), as where a layer's attributes are parameters
 * too, does so itself.
 */
class DeclaredParametersOnly implements HandlerInterceptor {

  /** Declared by an operation that looks at the names itself. */
  private static final String ANY = "*";

  private final ConcurrentHashMap<Method, Set<String>> declared = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Set<String> known = declared.computeIfAbsent(method.getMethod(), called -> parametersOf(method));
      request.getParameterMap().forEach((name, values) -> {
        if (!known.contains(name) && !known.contains(ANY)) {
          throw new InvalidInputException(name, "\"" + name + "\" is not a parameter here; "
              + (known.isEmpty() ? "there are none" : "there are " + String.join(", ", known)));
        }
        if (values[0].isEmpty()) {
          throw new InvalidInputException(name, name + " is empty; leave it out or give a value");
        }
        if (values.length > 1) {
          throw new InvalidInputException(name, name + " is given " + values.length + " times; give it once");
        }
      });
    }
    return true;
  }

  private static Set<String> parametersOf(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(p -> p.hasParameterAnnotation(RequestParam.class))
        .map(DeclaredParametersOnly::nameOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String nameOf(MethodParameter parameter) {
    if (Map.class.isAssignableFrom(parameter.getParameterType())) {
      return ANY;
    }
    String given = parameter.getParameterAnnotation(RequestParam.class).name();
    return given.isEmpty() ? parameter.getParameter().getName() : given;
  }
}
