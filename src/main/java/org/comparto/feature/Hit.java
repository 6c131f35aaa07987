package org.comparto.feature;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a search found.
 *
 * @param address null where it was not found by its address
 * @param municipality the municipality's name; null where it is not known
 * @param point a place inside it, longitude and latitude in degrees
 * @param bbox west, south, east, north in degrees
 * @param score what is higher stands first
 */
record Hit(String layer, long id, String code, @Nullable String name, @Nullable String address, @Nullable String municipality,
    @Nullable String territory, List<Double> point, List<Double> bbox, @JsonIgnore double score) {

  static Hit of(ResultSet row, String layer, @Nullable String address, double score) throws SQLException {
    String name = layer.equals(AddressSearch.LAYER) ? address : row.getString("name");
    return new Hit(layer, row.getLong("id"), row.getString("code"), name, address, row.getString("municipality"),
        row.getString("territory"), List.of(row.getDouble("longitude"), row.getDouble("latitude")),
        List.of(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")), score);
  }

  boolean isOf(Hit other) {
    return layer.equals(other.layer) && id == other.id;
  }
}
