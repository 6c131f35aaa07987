package org.comparto.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What can be read here, as the application itself knows it: links and the API document name these operations and no others. */
@Component
class Operations {

  /** A query parameter of an operation. */
  record Parameter(String name, boolean required, @Nullable String defaultValue) {}

  private static final String ROOT = "/ogc";

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private @Nullable Map<String, List<Parameter>> all;

  Operations(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  /** Declared query parameters by path below /ogc, for instance {@code /collections/{collectionId}}; the landing page is {@code /}. */
  Map<String, List<Parameter>> belowRoot() {
    Map<String, List<Parameter>> below = new TreeMap<>();
    all().forEach((path, parameters) -> {
      if (path.equals(ROOT) || path.startsWith(ROOT + "/")) {
        below.put(path.equals(ROOT) ? "/" : path.substring(ROOT.length()), parameters);
      }
    });
    return below;
  }

  /** Whether a path is answered, whatever the names of its variables. */
  boolean offers(String path) {
    return all().keySet().stream().anyMatch(known -> unnamed(known).equals(unnamed(path)));
  }

  private synchronized Map<String, List<Parameter>> all() {
    if (all == null) {
      Map<String, List<Parameter>> found = new TreeMap<>();
      mappings.getObject().getHandlerMethods().forEach((mapping, method) -> {
        if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
          mapping.getPatternValues().forEach(path -> found.put(path, parameters(method)));
        }
      });
      all = found;
    }
    return all;
  }

  private static String unnamed(String path) {
    return path.replaceAll("\\{[^}]+}", "{}");
  }

  private static List<Parameter> parameters(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(p -> p.hasParameterAnnotation(RequestParam.class) && !Map.class.isAssignableFrom(p.getParameterType()))
        .map(Operations::parameter).toList();
  }

  private static Parameter parameter(MethodParameter declared) {
    RequestParam annotation = declared.getParameterAnnotation(RequestParam.class);
    String name = annotation.name().isEmpty() ? declared.getParameter().getName() : annotation.name();
    String byDefault = annotation.defaultValue().equals(ValueConstants.DEFAULT_NONE) ? null : annotation.defaultValue();
    return new Parameter(name, annotation.required() && byDefault == null && !declared.isOptional(), byDefault);
  }
}
