package org.comparto.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.comparto.source.Source;
import org.jspecify.annotations.Nullable;

/** The file of a source, fetched into a folder of its own that is gone when it is closed. */
record SourceFile(Path path) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** The address that the setting or the description names; null if neither does. */
  static @Nullable String address(Source source) {
    String set = System.getenv(source.setting());
    return set != null && !set.isBlank() ? set.strip() : source.url();
  }

  /**
   * Fetches the file.
   *
   * @param area west,south,east,north in degrees, for an address that asks for it; null: none was given
   * @throws Refused if there is no address, or it does not answer with a file
   */
  static SourceFile fetch(Source source, @Nullable String area) throws IOException {
    String address = address(source);
    if (address == null) {
      throw new Refused("where " + source.id() + " is published is not set: name its address in " + source.setting() + " (see: "
          + source.page() + "), or give the file with --file");
    }
    URI uri = URI.create(address.contains("{west}") ? within(address, area) : address);
    Path last = Path.of(uri.getPath() == null ? "" : uri.getPath()).getFileName();
    Path folder = Files.createTempDirectory("comparto-source");
    SourceFile file = new SourceFile(folder.resolve(last == null || last.toString().isBlank() ? source.id() : last.toString()));
    boolean whole = false;
    try {
      HttpResponse<Path> answer = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build().send(
          HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofFile(file.path()));
      if (answer.statusCode() != 200) {
        throw new Refused(uri + " answered " + answer.statusCode() + "; give the file with --file");
      }
      whole = true;
      return file;
    } catch (IOException e) {
      throw new Refused(uri + " does not answer (" + e.getMessage() + "); give the file with --file");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted while fetching " + uri);
    } finally {
      if (!whole) {
        file.close();
      }
    }
  }

  private static String within(String address, @Nullable String area) {
    String number = "\\s*-?\\d{1,3}(\\.\\d+)?\\s*";
    if (area == null || !area.matches(number + "," + number + "," + number + "," + number)) {
      throw new Refused("this source answers for an area: give --area west,south,east,north in degrees, or the file with --file");
    }
    String[] sides = area.replaceAll("\\s", "").split(",");
    return address.replace("{west}", sides[0]).replace("{south}", sides[1]).replace("{east}", sides[2]).replace("{north}", sides[3]);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(path.getParent());
  }
}
