package org.comparto.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a seed file of gis-data/demo from the classpath. */
final class SeedFile {

  private static final YAMLMapper YAML = new YAMLMapper();

  private SeedFile() {}

  /** The entries under {@code features}, in file order. */
  static List<Seed> features(String name) {
    return entries(name, "features");
  }

  /** The entries under another key, in file order. */
  static List<Seed> entries(String name, String key) {
    if (!(document(name).get(key) instanceof List<?> list)) {
      throw new IllegalStateException("seed file " + name + " has no list '" + key + "'");
    }
    return list.stream().map(entry -> new Seed(name, asMap(entry))).toList();
  }

  static Map<String, Object> document(String name) {
    String path = "/gis-data/demo/" + name;
    try (InputStream in = SeedFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("seed file " + path + " is missing from the classpath");
      }
      return YAML.readValue(in, new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new IllegalStateException("seed file " + path + " can not be read", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object entry) {
    return (Map<String, Object>) entry;
  }
}
