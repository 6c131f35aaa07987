package org.comparto.community;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code gis-data/tariffs/*.yaml}; a member that nobody declared stops the start. */
final class TariffFiles {

  private static final YAMLMapper YAML = YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private TariffFiles() {}

  static <T> T read(String name, Class<T> type) {
    try (InputStream in = TariffFiles.class.getResourceAsStream("/gis-data/tariffs/" + name + ".yaml")) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
