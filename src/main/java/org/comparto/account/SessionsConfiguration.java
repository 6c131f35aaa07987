package org.comparto.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;

/**
 * Sessions are rows: they survive a restart and every instance knows them. They end eight hours after they were last used.
 * Expired ones are removed by {@link Housekeeping}, which waits for the migrations.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 8 * 60 * 60, cleanupCron = Scheduled.CRON_DISABLED)
class SessionsConfiguration {

  @Bean
  CookieSerializer sessionCookie() {
    return new SessionCookie();
  }
}
