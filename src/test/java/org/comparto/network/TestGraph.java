package org.comparto.network;

import com.graphhopper.util.shapes.BBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.testing.RoadFixture;
import org.comparto.testing.SilentProgress;

/** Graphs for tests without an application: each file is imported once per run. */
public final class TestGraph {

  private static final Map<Path, RoadStore> STORES = new ConcurrentHashMap<>();

  private TestGraph() {}

  /** The hand-drawn network. */
  public static RoadGraph fixture() {
    return of(RoadFixture.file());
  }

  public static RoadGraph of(Path file) {
    return of(file, List.of());
  }

  public static RoadGraph of(Path file, List<Link> links) {
    RoadStore store = STORES.computeIfAbsent(file, TestGraph::imported);
    BBox box = store.graph.getBounds();
    return new RoadGraph(new RoadGraphRow("fixture", file.getFileName().toString(), "0".repeat(64), Instant.parse("2026-11-01T06:00:00Z"),
        Instant.parse("2026-11-02T06:00:00Z"), "test", store.graph.getNodes(), store.graph.getEdges(), box.minLon, box.minLat, box.maxLon,
        box.maxLat, "drawn by hand for tests", "CC0-1.0", true), store, links, 1000);
  }

  private static RoadStore imported(Path file) {
    try {
      Path folder = Files.createTempDirectory("comparto-roads").resolve("graph");
      RoadImport.run(file, folder, false, new SilentProgress());
      return RoadStore.open(folder, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
