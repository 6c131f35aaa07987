package org.comparto.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A source as gis-data/sources.yaml describes it.
 *
 * @param page where the publisher says more, by its name
 * @param attribution what must be said wherever the data are shown
 * @param url where it was published, perhaps with {west}, {south}, {east}, {north}; null where the office has to name it
 * @param sourceLayer which layer of the file; null: the only one, or the first with features
 * @param key the attribute by which a row finds its record
 * @param mapping target attribute → the names that the field has had, tried in this order
 * @param values target attribute → value in the file → ours; "" stands for what all rows get, or those without a value
 * @param rows alternatives of field → admitted values; none: all rows
 * @param parts target attribute → regular expression whose first group is the value
 * @param anywhere whether rows outside the territories are kept
 * @param refresh how often it is worth loading again
 */
public record Source(String id, Map<String, String> title, String publisher, String page, Map<String, String> licence, String attribution,
    @Nullable String url, @Nullable String sourceLayer, String layer, String key, Map<String, List<String>> mapping,
    Map<String, Map<String, String>> values, List<Map<String, List<String>>> rows, Map<String, String> parts, boolean anywhere, Period refresh) {

  private record All(List<Source> sources) {}

  public Source {
    values = values == null ? Map.of() : values;
    rows = rows == null ? List.of() : rows;
    parts = parts == null ? Map.of() : parts;
  }

  /** In the order of the file. */
  public static List<Source> all() {
    YAMLMapper yaml = YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    try (InputStream in = Source.class.getResourceAsStream("/gis-data/sources.yaml")) {
      return yaml.readValue(in, All.class).sources();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Optional<Source> find(String id) {
    return all().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /** The setting that names the address of its file, for instance COMPARTO_SOURCE_ISTAT_COMUNI. */
  public String setting() {
    return "COMPARTO_SOURCE_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
