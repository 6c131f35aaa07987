package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;

/** A browser sends the fields of the filter that were left empty too; it is led to the address without them, which is the one to share. */
@Configuration(proxyBeanMethods = false)
class EmptyFormFields implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/ogc/collections/*/items").order(Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean form = "html".equals(request.getParameter("f"));
    if (!form || request.getParameterMap().values().stream().noneMatch(EmptyFormFields::isEmpty)) {
      return true;
    }
    ServletUriComponentsBuilder address = ServletUriComponentsBuilder.fromCurrentRequest();
    request.getParameterMap().forEach((name, values) -> {
      if (isEmpty(values)) {
        address.replaceQueryParam(name);
      }
    });
    response.setStatus(HttpStatus.SEE_OTHER.value());
    UriComponents shorter = address.build(); // relative, so that no forged Host gets into it
    response.setHeader(HttpHeaders.LOCATION, shorter.getPath() + (shorter.getQuery() == null ? "" : "?" + shorter.getQuery()));
    return false;
  }

  private static boolean isEmpty(String[] values) {
    return values.length == 1 && values[0].isBlank();
  }
}
