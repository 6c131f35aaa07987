package org.comparto.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Has the demonstration's roads imported where nobody loaded others, after the start and beside it: at the first one, and again when a newer
 * version of the program draws them otherwise.
 */
@Component
class DemonstrationStart implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemonstrationStart.class);
  private static final String FILE = "comparto-demonstration.osm.gz";
  private static final String LICENCE = "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)";

  private final ObjectProvider<DemonstrationNetwork> network;
  private final RoadProperties properties;
  private final Roads roads;
  private final RoadFolder folder;
  private final RoadGraphRows rows;
  private final RoadLoads loads;

  DemonstrationStart(ObjectProvider<DemonstrationNetwork> network, RoadProperties properties, Roads roads, RoadFolder folder,
      RoadGraphRows rows, RoadLoads loads) {
    this.network = network;
    this.properties = properties;
    this.roads = roads;
    this.folder = folder;
    this.rows = rows;
    this.loads = loads;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Thread drawing = new Thread(this::load, "demonstration-roads");
    drawing.setDaemon(true);
    drawing.start();
  }

  void load() {
    DemonstrationNetwork drawn = network.getIfAvailable();
    List<RoadGraphRow> known = rows.all();
    if (drawn != null && properties.demonstration() && (known.isEmpty() || known.get(0).demonstration())) {
      try {
        load(drawn, known);
      } catch (IOException | RuntimeException e) {
        log.warn("The demonstration's roads are not loaded: {}", e.toString());
      }
    }
  }

  private void load(DemonstrationNetwork drawn, List<RoadGraphRow> known) throws IOException {
    Path file = folder.begin(".osm.gz");
    drawn.write(file);
    String sha256 = sha256(file);
    if (!known.isEmpty() && known.get(0).sha256().equals(sha256) && inUse(known.get(0))) {
      Files.delete(file);
    } else {
      loads.submit(file, FILE, sha256, drawn.attribution(), LICENCE, true, "operator");
    }
  }

  /** It may be gone, or of another version of the program. */
  private boolean inUse(RoadGraphRow graph) {
    return roads.current().map(RoadGraph::version).filter(graph.version()::equals).isPresent();
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.of(in, java.io.OutputStream.nullOutputStream());
    }
  }
}
