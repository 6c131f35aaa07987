package org.comparto.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An official source, as gis-data/sources.yaml describes it: where its file comes from and what its fields mean.
 *
 * @param url where it was published; null where the office has to name it
 * @param mapping target attribute → the names that the field has had, tried in this order
 * @param refresh how often it is worth loading again (ISO 8601)
 */
record Source(String id, Map<String, String> title, String publisher, Map<String, String> licence, @Nullable String url, String layer,
    String key, Map<String, List<String>> mapping, String refresh) {

  private record All(List<Source> sources) {}

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  static List<Source> all() {
    YAMLMapper yaml = YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream in = Source.class.getResourceAsStream("/gis-data/sources.yaml")) {
      return yaml.readValue(in, All.class).sources();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<Source> find(String id) {
    return all().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /** The setting that names the address of its file, for instance COMPARTO_SOURCE_ISTAT_COMUNI. */
  String setting() {
    return "COMPARTO_SOURCE_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * The file, fetched from the address that the setting or the description names.
   *
   * @throws Refused if there is no address, or it does not answer with a file
   */
  Path fetch() throws IOException {
    String address = System.getenv().getOrDefault(setting(), url == null ? "" : url);
    if (address.isBlank()) {
      throw new Refused("where " + id + " is published is not set: name its address in " + setting() + ", or give the file with --file");
    }
    Path folder = Files.createTempDirectory("comparto-source");
    String name = Path.of(URI.create(address).getPath()).getFileName().toString();
    try {
      HttpResponse<Path> answer = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build().send(
          HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofFile(folder.resolve(name)));
      if (answer.statusCode() != 200) {
        throw new Refused(address + " answered " + answer.statusCode() + "; give the file with --file");
      }
      return answer.body();
    } catch (IOException e) {
      throw new Refused(address + " does not answer (" + e.getMessage() + "); give the file with --file");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted while fetching " + address);
    }
  }

  /** Completes a plan for a file that was found to have these fields. */
  void fill(ObjectNode plan, JsonNode inspection) {
    plan.put("layer", layer).put("key", key);
    JsonNode first = inspection.path("layers").path(0);
    List<String> fields = first.path("fields").findValuesAsString("name");
    ObjectNode chosen = plan.putObject("mapping");
    mapping.forEach((attribute, names) -> names.stream().filter(fields::contains).findFirst()
        .ifPresent(field -> chosen.put(attribute, field)));
    if (!chosen.has(key)) {
      throw new Refused("the file has none of the fields " + mapping.get(key) + " that " + id + " is known by; it has " + fields
          + ". Load it with --layer " + layer + " instead");
    }
  }
}
