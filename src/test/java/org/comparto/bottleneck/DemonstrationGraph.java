package org.comparto.bottleneck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comparto.demo.DemonstrationRoads;
import org.comparto.network.Link;
import org.comparto.network.RoadGraph;
import org.comparto.network.TestGraph;

/** The demonstration's roads as a graph, written and imported once for all tests. */
public final class DemonstrationGraph {

  private static Path file;

  private DemonstrationGraph() {}

  static RoadGraph get() {
    return with(List.of());
  }

  static RoadGraph with(List<Link> links) {
    return TestGraph.of(file(), links);
  }

  /** In OpenStreetMap XML. */
  public static synchronized Path file() {
    if (file == null) {
      try {
        file = Files.createTempDirectory("comparto-roads").resolve("demonstration.osm");
        DemonstrationRoads.write(file, 1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return file;
  }
}
