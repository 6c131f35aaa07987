package org.comparto.feature;

import java.util.Optional;
import org.comparto.account.CurrentAccount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.AuditorAware;
import org.springframework.data.jpa.repository.config.EnableJpaAuditing;

/** Stamps who creates and changes a record: the user signed in, or {@code system} for jobs and imports without one. */
@Configuration(proxyBeanMethods = false)
@EnableJpaAuditing
class Stamping {

  @Bean
  AuditorAware<String> recordAuthor() {
    return () -> CurrentAccount.find().map(CurrentAccount::username).or(() -> Optional.of("system"));
  }
}
