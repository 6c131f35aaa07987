package org.comparto.network;

import com.graphhopper.util.shapes.BBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.comparto.job.JobFailedException;
import org.comparto.job.JobHandler;
import org.comparto.job.JobProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Builds a graph beside the one in use and puts it in its place when it is complete and has been read once. Whatever goes wrong before,
 * the roads in use are unchanged.
 */
@Component
class RoadImportJob implements JobHandler<RoadImportJob.Parameters> {

  /**
   * What to import.
   *
   * @param upload name of the file below the roads' folder; removed whatever becomes of it
   * @param fileName as the sender called it
   */
  record Parameters(String upload, String fileName, String sha256, String attribution, String licence, boolean demonstration) {}

  /** What came of it. */
  record Result(String version, Instant date, int junctions, int roads) {}

  static final String KIND = "road-import";
  private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private final RoadFolder folder;
  private final RoadGraphRows rows;
  private final RoadKeeper keeper;
  private final RoadProperties properties;

  RoadImportJob(RoadFolder folder, RoadGraphRows rows, RoadKeeper keeper, RoadProperties properties) {
    this.folder = folder;
    this.rows = rows;
    this.keeper = keeper;
    this.properties = properties;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public Result run(Parameters parameters, JobProgress progress) throws IOException {
    Path file = folder.path(parameters.upload());
    if (!Files.exists(file)) {
      throw new JobFailedException("file-gone", "The file is not kept any more; send it again.");
    }
    Path built = folder.begin("-graph");
    try {
      RoadImport.run(file, built, properties.mapped(), progress);
      progress.step("roads-check", 0);
      RoadStore store = RoadStore.open(built, properties.mapped());
      check(store);
      RoadGraphRow row = row(store, parameters, progress.author());
      progress.checkCancelled();
      keeper.swap(built, row);
      return new Result(row.version(), row.about().date(), row.junctions(), row.roads());
    } finally {
      RoadFolder.delete(built);
      RoadFolder.delete(file);
    }
  }

  private static void check(RoadStore store) {
    int[] car = store.weights(Profile.CAR).millis();
    if (java.util.Arrays.stream(car).allMatch(time -> time == org.comparto.path.Travel.NEVER)) {
      throw new JobFailedException("road-file", "There is no road in the file that a car may drive. The roads in use are unchanged.");
    }
  }

  private static RoadGraphRow row(RoadStore store, Parameters parameters, String author) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    BBox box = store.graph.getBounds();
    return new RoadGraphRow(VERSION.format(now) + "-" + parameters.sha256().substring(0, 8), parameters.fileName(), parameters.sha256(),
        date(store.properties.get("datareader.data.date")), now, author, store.graph.getNodes(), store.graph.getEdges(), box.minLon,
        box.minLat, box.maxLon, box.maxLat, parameters.attribution(), parameters.licence(), parameters.demonstration());
  }

  private static @Nullable Instant date(@Nullable String said) {
    try {
      return said == null || said.isBlank() ? null : Instant.parse(said);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
