package org.comparto.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.comparto.network.DemonstrationNetwork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Hands the demonstration's roads to the module that imports them, where the demonstration is on. */
@Component
@ConditionalOnBooleanProperty(name = "comparto.demonstration.enabled", matchIfMissing = true)
class DemonstrationRoadFile implements DemonstrationNetwork {

  private final DemonstrationProperties properties;

  DemonstrationRoadFile(DemonstrationProperties properties) {
    this.properties = properties;
  }

  @Override
  public String attribution() {
    return DemonstrationRoads.ATTRIBUTION;
  }

  @Override
  public void write(Path file) throws IOException {
    DemonstrationRoads.write(file, properties.scale());
  }
}
