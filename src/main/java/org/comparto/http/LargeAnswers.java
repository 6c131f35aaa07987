package org.comparto.http;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Answers of megabytes go to the socket in pieces of 64 kB instead of 8 kB, each handed on without another copy, and
 * connections are kept for more than Tomcat's hundred requests: a map asks that many in a minute.
 */
@Configuration(proxyBeanMethods = false)
class LargeAnswers {

  private static final String PIECE = String.valueOf(1 << 16);
  private static final String UNDER_WAY = String.valueOf(1 << 18);
  private static final int REQUESTS_PER_CONNECTION = 10_000;

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> largePieces() {
    return factory -> factory.addConnectorCustomizers(connector -> {
      connector.setProperty("socket.appWriteBufSize", PIECE);
      connector.setProperty("socket.directBuffer", "true");
      connector.setProperty("socket.txBufSize", UNDER_WAY);
      connector.setProperty("maxKeepAliveRequests", String.valueOf(REQUESTS_PER_CONNECTION));
    });
  }
}
