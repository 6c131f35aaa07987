package org.comparto.potential;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Localized;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The figures of {@code gis-data/tariffs/pv-density.yaml} and {@code pv-yield.yaml}, each with its source. */
final class PvTables {

  /** @param value the default */
  record Figure(double value, String unit, Localized source) {

    Parameter named(String name, String language) {
      return new Parameter(name, value, unit, source.in(language));
    }
  }

  /** Power on a usable square metre, and how modules stand in this case. */
  record Density(double low, @JsonProperty("default") double byDefault, double high, double usableShare, double tilt, double azimuth,
      boolean tracking, Localized source) {}

  record Densities(Figure planningFactor, Figure lossPercent, Figure diffuseShare, Map<PvCase, Density> cases) {}

  /** Of a territory, kWh per kWp and year at optimal tilt; {@code at} is a place in its middle, [lon, lat]. */
  record YieldRow(double low, @JsonProperty("default") double byDefault, double high, List<Double> at, String fleet) {}

  /** @param clearness what part of clear-sky irradiation arrives, January first */
  record YieldTable(Localized source, Localized database, String asOf, Map<String, YieldRow> territories, List<Double> clearness) {}

  static final Densities DENSITIES = read("pv-density", Densities.class);
  static final YieldTable YIELDS = read("pv-yield", YieldTable.class);

  private PvTables() {}

  private static <T> T read(String name, Class<T> type) {
    YAMLMapper yaml = YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (InputStream in = PvTables.class.getResourceAsStream("/gis-data/tariffs/" + name + ".yaml")) {
      return yaml.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
