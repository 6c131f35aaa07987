package org.comparto.ateco;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.comparto.layer.Localized;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Short titles of the divisions of ATECO 2025, from gis-data/ateco-divisions.yaml. */
public final class Divisions {

  private record Content(Map<String, Localized> divisions) {}

  private static final Map<String, Localized> TITLES = read();

  private Divisions() {}

  /** @param version of the classification; only of 2025 titles are known */
  public static Optional<Localized> title(String version, String division) {
    return "2025".equals(version) ? Optional.ofNullable(TITLES.get(division)) : Optional.empty();
  }

  /** Of 2025, by their two digits. */
  static Map<String, Localized> titles() {
    return TITLES;
  }

  private static Map<String, Localized> read() {
    try (InputStream in = new ClassPathResource("gis-data/ateco-divisions.yaml").getInputStream()) {
      return new YAMLMapper().readValue(in, Content.class).divisions();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
