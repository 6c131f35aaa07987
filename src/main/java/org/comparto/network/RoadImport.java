package org.comparto.network;

import com.graphhopper.GraphHopper;
import com.graphhopper.GraphHopperConfig;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.util.PMap;
import com.graphhopper.util.TurnCostsConfig;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.comparto.job.JobCancelledException;
import org.comparto.job.JobFailedException;
import org.comparto.job.JobProgress;

/** GraphHopper reading an OpenStreetMap file into a folder, for all profiles at once; tells how far it is and can be cancelled. */
final class RoadImport extends GraphHopper {

  /** Junctions and roads that reach fewer others than this are islands; in a small graph nearly everything would be one. */
  private static final int ISLAND = 200;
  private static final int ISLAND_OF_SMALL_GRAPH = 20;
  private static final int SMALL_GRAPH = 20_000;
  /** How much of a file may come before its root element. */
  private static final int HEAD = 1 << 16;

  private final JobProgress progress;
  private long ways;
  private long firstPass;

  private RoadImport(Path file, Path folder, boolean mapped, JobProgress progress) {
    this.progress = progress;
    init(new GraphHopperConfig()
        .putObject("datareader.file", file.toString())
        .putObject("graph.location", folder.toString())
        .putObject("graph.dataaccess.default_type", mapped ? "MMAP" : "RAM_STORE")
        .putObject("graph.encoded_values", RoadTags.ALL)
        .putObject("import.osm.ignored_highways", "")
        .setProfiles(Arrays.stream(Profile.values()).map(RoadImport::profile).toList()));
    setImportRegistry(new RoadTags());
  }

  private static com.graphhopper.config.Profile profile(Profile profile) {
    ProfileModel model = ProfileModel.of(profile);
    com.graphhopper.config.Profile named = new com.graphhopper.config.Profile(profile.id()).setCustomModel(model.model());
    return model.turns().isEmpty() ? named : named.setTurnCostsConfig(new TurnCostsConfig(model.turns()));
  }

  /**
   * @param folder is made; half a graph stays there if this fails
   * @throws JobFailedException road-file: the file can not be read, or holds no roads
   */
  static void run(Path file, Path folder, boolean mapped, JobProgress progress) throws IOException {
    checkHead(file);
    progress.step("roads-read", 0);
    try {
      new RoadImport(file, folder, mapped, progress).importAndClose();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof JobCancelledException cancelled) {
          throw cancelled;
        }
      }
      progress.checkCancelled();
      throw unreadable(reason(e));
    }
  }

  private static JobFailedException unreadable(String why) {
    return new JobFailedException("road-file", "The file can not be read as OpenStreetMap data (" + why
        + "). The roads in use are unchanged. Fetch the extract again, as .osm.pbf, .osm or .osm.gz.");
  }

  private static String reason(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    return message.replaceAll("/\\S*/", "").lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
  }

  /** What GraphHopper's reader would tell badly, or believe: other files, and XML that names entities of its own. */
  private static void checkHead(Path file) throws IOException {
    byte[] head;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(2);
      boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      head = (zipped ? new GZIPInputStream(in) : in).readNBytes(HEAD);
    } catch (IOException e) {
      throw unreadable("it is not a whole gzip file");
    }
    boolean pbf = head.length > 15 && head[0] == 0 && head[1] == 0 && new String(head, 0, 16, StandardCharsets.ISO_8859_1).contains("OSMHeader");
    String text = new String(head, StandardCharsets.UTF_8);
    int root = text.indexOf("<osm");
    if (!pbf && (root < 0 || text.substring(0, root).contains("<!DOCTYPE"))) {
      throw unreadable(root < 0 ? "it begins neither as .osm.pbf nor as .osm" : "it has a document type declaration");
    }
  }

  @Override
  protected OSMParsers buildOSMParsers(Map<String, PMap> encodedValues, Map<String, ImportUnit> units, Map<String, List<String>> restrictions,
      List<String> ignoredHighways) {
    OSMParsers all = super.buildOSMParsers(encodedValues, units, restrictions, ignoredHighways);
    all.addWayTagParser((edge, access, way, relation) -> secondPass());
    return new OSMParsers(all.getIgnoredHighways(), all.getWayTagParsers(), all.getRelationTagParsers(), all.getRestrictionTagParsers()) {
      @Override
      public boolean acceptWay(ReaderWay way) {
        boolean accepted = super.acceptWay(way);
        if (accepted) {
          progress.checkCancelled();
          progress.done(++ways);
        }
        return accepted;
      }
    };
  }

  /** Tags are read of the second pass only, and its first edge tells how many ways there are. */
  private void secondPass() {
    if (firstPass == 0) {
      firstPass = ways - 1;
      ways = 1;
      progress.step("roads-build", firstPass);
    }
  }

  @Override
  protected void cleanUp() {
    progress.checkCancelled();
    progress.step("roads-islands", 0);
    setMinNetworkSize(getBaseGraph().getEdges() < SMALL_GRAPH ? ISLAND_OF_SMALL_GRAPH : ISLAND);
    super.cleanUp();
    progress.checkCancelled();
    progress.step("roads-index", 0);
  }
}
