package org.comparto.testing;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The small hand-drawn network of the tests, src/test/resources/roads/fixture.osm, and real extracts where somebody has put some. */
public final class RoadFixture {

  private RoadFixture() {}

  public static Path file() {
    return resource("/roads/fixture.osm");
  }

  private static Path resource(String name) {
    try {
      return Path.of(RoadFixture.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A real extract, kept beside the project; nothing if there is none. */
  public static Optional<Path> extract(String name) {
    return Optional.of(Path.of("..", "shared", "data", "osm", name)).filter(Files::exists);
  }
}
