package org.comparto.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comparto.job.Jobs;
import org.springframework.stereotype.Component;

/** Takes files of roads and has them imported in the background. */
@Component
class RoadLoads {

  private final RoadFolder folder;
  private final Jobs jobs;

  RoadLoads(RoadFolder folder, Jobs jobs) {
    this.folder = folder;
    this.jobs = jobs;
  }

  /**
   * Receives a file, of any size and never in memory, and submits its import.
   *
   * @return the job's id
   */
  long receive(InputStream body, String fileName, String author) throws IOException {
    Path file = folder.begin(suffix(fileName));
    boolean submitted = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      String sha256 = Sha256.of(body, out);
      out.close();
      Origin origin = Origin.of(file);
      long job = submit(file, fileName, sha256, origin.attribution(), origin.licence(), origin.demonstration(), author);
      submitted = true;
      return job;
    } finally {
      if (!submitted) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** @param file below the folder, complete; it is removed when the import has ended */
  long submit(Path file, String fileName, String sha256, String attribution, String licence, boolean demonstration, String author) {
    return jobs.submit(RoadImportJob.KIND, new RoadImportJob.Parameters(file.getFileName().toString(), fileName, sha256, attribution, licence,
        demonstration), author);
  }

  /** By which the reader tells XML; the others it knows by their content. */
  private static String suffix(String fileName) {
    return fileName.endsWith(".osm") || fileName.endsWith(".xml") ? ".osm" : "-upload";
  }
}
