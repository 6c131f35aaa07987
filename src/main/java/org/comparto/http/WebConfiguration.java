package org.comparto.http;

import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How requests are met before they reach a module. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebConfiguration implements WebMvcConfigurer {

  /** What a page from elsewhere has to read of an answer: where it goes on, what it is called, how it is to be taken. */
  private static final List<String> EXPOSED = List.of("ETag", "Link", "Location", "Content-Disposition", "Content-Crs", "Retry-After", "Comparto-Notice");

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new DeclaredParametersOnly()).addPathPatterns("/api/**", "/ogc/**", "/tiles/**", "/themes/**", "/zones/**");
  }

  /**
   * What anybody may read, any page anywhere may read; cookies never travel along. By this name the security filters take it and ask no
   * handler for an opinion of its own, which would cost every request a second search among all handlers.
   */
  @Bean
  CorsConfigurationSource corsConfigurationSource() {
    CorsConfiguration reading = new CorsConfiguration();
    reading.setAllowedOrigins(List.of(CorsConfiguration.ALL));
    reading.setAllowedMethods(List.of("GET", "HEAD"));
    reading.setAllowedHeaders(List.of(CorsConfiguration.ALL));
    reading.setExposedHeaders(EXPOSED);
    reading.setMaxAge(Duration.ofMinutes(30));
    UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
    for (String path : List.of("/api/**", "/ogc/**", "/tiles/**")) {
      paths.registerCorsConfiguration(path, reading);
    }
    return paths;
  }

  /** Libraries keep their version in the jar, so a day is safe; our own files are always asked for and answered with 304. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .resourceChain(true);
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsFromTomcat() {
    return factory -> factory.addContextCustomizers(context ->
        ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReportValve.class.getName()));
  }

  @Bean
  WebMvcRegistrations quickMapping() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new QuickMapping();
      }
    };
  }

  /** By this name Spring MVC takes it in place of the one that reads the session on every request, tiles too. */
  @Bean
  FlashMapManager flashMapManager() {
    return new NoFlashMaps();
  }

  @Bean
  LocaleResolver localeResolver() {
    return new ChosenLanguage();
  }

  /** {@code /ogc/collections/} is {@code /ogc/collections}: OGC's own tests ask for the landing page with the slash. */
  @Bean
  FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
    FilterRegistrationBean<UrlHandlerFilter> filter =
        new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler("/ogc/**").wrapRequest().build());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<ForwardedByTrustedProxy> forwarded() {
    FilterRegistrationBean<ForwardedByTrustedProxy> filter = new FilterRegistrationBean<>(new ForwardedByTrustedProxy());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
