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
import org.comparto.problem.RefusedException;
import org.comparto.testing.RoadFixture;
import org.comparto.testing.SilentProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Graphs for tests without an application: each file is imported once per run. */
public final class TestGraph {

  private static final Map<Path, RoadStore> STORES = new ConcurrentHashMap<>();

  private TestGraph() {}

  /** The hand-drawn network. */
  public static RoadGraph fixture() {
    return of(RoadFixture.file());
  }

  /** The same as another import of it would be. */
  public static RoadGraph fixture(String version) {
    return of(RoadFixture.file(), List.of(), version);
  }

  /** The hand-drawn network as modules enter it, with nothing in force on it but this; the register's revision never changes. */
  public static Roads roads(List<Restriction> restrictions) {
    return roads(RoadFixture.file(), restrictions);
  }

  public static Roads roads(Path file, List<Restriction> restrictions) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("register", new RestrictionSource() {
      @Override
      public long revision() {
        return 1;
      }

      @Override
      public List<Restriction> inForce(RoadGraph graph) {
        return restrictions;
      }

      @Override
      public List<Link> links(RoadGraph graph) {
        return List.of();
      }
    });
    Roads roads = new Roads(beans.getBeanProvider(RestrictionSource.class));
    roads.begin(of(file));
    return roads;
  }

  /** Seconds and metres as the answer about a route has them; null if there is no way. */
  public static double @Nullable [] route(Roads roads, String profile, Vehicle vehicle, double[] from, double[] to) {
    try {
      Route route = Route.find(RoadQuestion.of(roads, profile, vehicle, null), List.of(new LonLat(from[0], from[1]), new LonLat(to[0], to[1])), "en");
      return new double[] {route.seconds(), route.metres()};
    } catch (RefusedException e) {
      return null;
    }
  }

  public static RoadGraph of(Path file) {
    return of(file, List.of());
  }

  public static RoadGraph of(Path file, List<Link> links) {
    return of(file, links, "fixture");
  }

  private static RoadGraph of(Path file, List<Link> links, String version) {
    RoadStore store = STORES.computeIfAbsent(file, TestGraph::imported);
    BBox box = store.graph.getBounds();
    return new RoadGraph(new RoadGraphRow(version, file.getFileName().toString(), "0".repeat(64), Instant.parse("2026-11-01T06:00:00Z"),
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
