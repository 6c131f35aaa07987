package org.comparto.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.comparto.text.FieldText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is public of a plot.
 *
 * @param shape well-known binary in degrees, longitude first
 * @param position longitude and latitude of a point inside
 * @param bounds west, south, east, north
 * @param fields its public attributes by name, in the layer's order; null for what is not known. Columns that the database
 *     derives are no part of a version, so they are none of its fields: {@link Derived} and the checks say the same of any moment
 */
record PlotRecord(long id, int version, byte[] shape, List<Double> position, List<Double> bounds, Map<String, @Nullable Object> fields) {

  private static final Sql PLOT = Sql.load("facts/plot.sql");

  static Optional<PlotRecord> read(AsOf data, Layer layer, long id) {
    List<Attribute> attributes = recorded(data, layer);
    return data.query(PLOT, layer, Map.of("values", new PublicReading(layer).values(attributes))).param("id", id).query((row, n) -> {
      JsonNode json = JsonMapper.shared().readTree(row.getString("fields"));
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      attributes.forEach(a -> fields.put(a.name(), inOneZone(FieldText.read(a, json.path(a.name())))));
      return new PlotRecord(id, row.getInt("version"), row.getBytes("shape"), List.of(row.getDouble("longitude"), row.getDouble("latitude")),
          List.of(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")), fields);
    }).optional();
  }

  private static List<Attribute> recorded(AsOf data, Layer layer) {
    Set<String> columns = data.recordedColumns(layer);
    return layer.publicAttributes().stream().filter(attribute -> columns.contains(attribute.name())).toList();
  }

  /** The same moment is the same text, wherever the database thinks it is. */
  private static @Nullable Object inOneZone(@Nullable Object value) {
    return value instanceof OffsetDateTime moment ? moment.withOffsetSameInstant(ZoneOffset.UTC) : value;
  }

  /** RDN2008/UTM of the zone that the plot lies in: 32, 33 or 34. */
  int metricSrid() {
    double longitude = position.get(0);
    return longitude < 12 ? 7791 : longitude < 18 ? 7792 : 7793;
  }

  /** The box within some metres of the plot: west, south, east, north. */
  Map<String, Object> around(double metres) {
    double latitudes = metres / 110_500;
    double longitudes = metres / (111_300 * Math.cos(Math.toRadians(Math.max(Math.abs(bounds.get(1)), Math.abs(bounds.get(3)))))) * 1.01;
    return Map.of("west", bounds.get(0) - longitudes, "south", bounds.get(1) - latitudes, "east", bounds.get(2) + longitudes,
        "north", bounds.get(3) + latitudes);
  }

  @Nullable String text(String name) {
    Object value = fields.get(name);
    return FieldText.isKnown(value) ? value.toString() : null;
  }

  @Nullable BigDecimal number(String name) {
    return (BigDecimal) fields.get(name);
  }

  @Nullable LocalDate date(String name) {
    Object value = fields.get(name);
    return value instanceof OffsetDateTime moment ? moment.atZoneSameInstant(Moment.ITALY).toLocalDate() : (LocalDate) value;
  }
}
