package org.comparto.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Fills an empty database when the application starts, unless the configuration says no. */
@Component
class DemonstrationStarter implements ApplicationRunner {

  private final DemonstrationData data;
  private final DemonstrationProperties properties;

  DemonstrationStarter(DemonstrationData data, DemonstrationProperties properties) {
    this.data = data;
    this.properties = properties;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (properties.enabled()) {
      data.loadOnce(properties.scale());
    }
  }
}
