package org.comparto.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;

/** The attributes that a layer's tiles carry: what is asked of the database for them, and how a row of it is written. */
final class TileValues {

  private final List<Attribute> carried;
  private final String select;

  TileValues(Layer layer) {
    this.carried = of(layer);
    PublicReading reading = new PublicReading(layer);
    this.select = carried.stream().map(a -> ", (" + reading.value(a) + ")::" + sqlType(a) + " AS " + Sql.quote(a.name()))
        .collect(Collectors.joining());
  }

  /** What tiles carry of a layer, in the order of its descriptor. */
  static List<Attribute> of(Layer layer) {
    return layer.publicAttributes().stream().filter(Attribute::tile).toList();
  }

  /** The end of a select list, beginning with a comma where there is anything. */
  String select() {
    return select;
  }

  List<String> names() {
    return carried.stream().map(Attribute::name).toList();
  }

  /**
   * Tags the feature that is added next with what is known about it.
   *
   * @param firstColumn the first of the selected columns
   * @param firstKey the key of the first attribute
   */
  void tag(ResultSet row, int firstColumn, LayerWriter out, int firstKey) throws SQLException {
    for (int i = 0; i < carried.size(); i++) {
      int value = value(row, firstColumn + i, carried.get(i), out.values());
      if (value >= 0) {
        out.tag(firstKey + i, value);
      }
    }
  }

  /** Bytes of a text are passed on as they come. */
  private static int value(ResultSet row, int column, Attribute attribute, ValueDictionary values) throws SQLException {
    switch (attribute.type()) {
      case INTEGER -> {
        long value = row.getLong(column);
        return row.wasNull() ? -1 : values.integer(value);
      }
      case NUMBER -> {
        double value = row.getDouble(column);
        return row.wasNull() ? -1 : values.number(value);
      }
      case BOOLEAN -> {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? -1 : values.truth(value);
      }
      default -> {
        byte[] value = row.getBytes(column);
        return value == null ? -1 : values.text(value);
      }
    }
  }

  private static String sqlType(Attribute attribute) {
    return switch (attribute.type()) {
      case INTEGER -> "bigint";
      case NUMBER -> "float8";
      case BOOLEAN -> "boolean";
      default -> "text";
    };
  }
}
