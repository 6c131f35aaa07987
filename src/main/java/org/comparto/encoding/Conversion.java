package org.comparto.encoding;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.gdal.Gdal;
import org.comparto.gdal.WorkFolder;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;

/** What ogr2ogr makes of {@link RowFile}s in a work folder. */
final class Conversion {

  private static final Duration TIMEOUT = Duration.ofMinutes(15);
  private static final long LARGEST_FILE_BYTES = 16L << 30;

  private final String driver;
  private final Gdal gdal;

  /** @param driver GDAL's name of the format */
  Conversion(String driver, WorkFolder work) {
    this.driver = driver;
    this.gdal = new Gdal(work.path(), TIMEOUT, LARGEST_FILE_BYTES, Conversion::tooLong);
  }

  /** @param made the file or folder to be written */
  void run(Path layers, Path made, List<String> options) {
    List<String> line = new ArrayList<>(List.of("-f", driver, made.toString(), layers.toString()));
    line.addAll(options);
    require(gdal.convert(List.of("OGR_VRT", "CSV", driver), line, Map.of(), () -> {}, percent -> {}));
  }

  /** Runs one SQL statement in a file that was made; for formats that are databases. */
  void change(Path made, String sql) {
    require(gdal.change(List.of(driver), made.toString(), "-sql", sql));
  }

  private static void require(Gdal.Outcome outcome) {
    if (!outcome.succeeded()) {
      throw new IllegalStateException("GDAL could not write: " + outcome.errors());
    }
  }

  private static RefusedException tooLong(Duration time) {
    return new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "timeout", "Writing the file took longer than " + time.toMinutes()
        + " minutes and was stopped; ask for fewer features, or for f=csv or f=geojson, which are written as they are read.", "f", null);
  }
}
