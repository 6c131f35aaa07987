package org.comparto.network;

import jakarta.annotation.PostConstruct;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;

/** Gives the application of a test the hand-drawn roads, without files or rows of its own; imported once per run. */
@TestConfiguration(proxyBeanMethods = false)
public class FixtureRoads {

  private final Roads roads;

  FixtureRoads(Roads roads) {
    this.roads = roads;
  }

  @PostConstruct
  void begin() {
    roads.begin(TestGraph.fixture());
  }

  /** Another network from now on, for instance the demonstration's; put the fixture back with {@link #restore}. */
  public static void use(Roads roads, Path osm) {
    roads.use(TestGraph.of(osm));
  }

  public static void restore(Roads roads) {
    roads.use(TestGraph.fixture());
  }
}
