package org.comparto.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** All that the running application answers, as it says itself: a new endpoint is in every test that asks here. */
record Endpoints(Map<String, HandlerMethod> handlers) {

  /** By method and path, as {@code POST /api/offers}; the container's own /error is left out. */
  static Endpoints of(ApplicationContext context) {
    Map<String, HandlerMethod> handlers = new LinkedHashMap<>();
    context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
        info.getPatternValues().stream().filter(path -> !path.startsWith("/error")).forEach(path -> handlers.put(method + " " + path, handler));
      }
    }));
    return new Endpoints(handlers);
  }

  static String method(String endpoint) {
    return endpoint.substring(0, endpoint.indexOf(' '));
  }

  /** With ids that do not exist. */
  static String path(String endpoint) {
    return endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "999999999").replace("**", "x");
  }

  static boolean writes(String endpoint) {
    return Set.of("POST", "PUT", "PATCH", "DELETE").contains(method(endpoint));
  }
}
