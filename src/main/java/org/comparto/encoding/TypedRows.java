package org.comparto.encoding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.comparto.encoding.RowFile.Shape;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.gdal.WorkFolder;
import org.comparto.layer.Attribute;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The features of a query in a work folder, ready for formats that keep types; lists are JSON there. */
final class TypedRows {

  private final FeatureQuery query;
  private final WorkFolder work;
  private final RowFile file;

  private TypedRows(FeatureQuery query, WorkFolder work, RowFile file) {
    this.query = query;
    this.work = work;
    this.file = file;
  }

  static TypedRows read(FeatureRows rows, FeatureQuery query, WorkFolder work) throws IOException {
    try (RowFile file = new RowFile(work.path().resolve("rows.csv"), query.attributes(), (attribute, value) -> text(value))) {
      rows.read(query, file::add);
      return new TypedRows(query, work, file);
    }
  }

  /**
   * The document by which GDAL reads them.
   *
   * @param date GDAL's type for dates
   * @param withId the id is an attribute too
   */
  Path layers(String date, boolean withId) throws IOException {
    return VirtualLayers.write(work.path().resolve("rows.vrt"), document -> {
      document.beginLayer(query.layer().id(), file, "wkbUnknown", query.crs().srid());
      if (withId) {
        document.field("id", "id", "Integer64");
      }
      for (int i = 0; i < query.attributes().size(); i++) {
        document.field(query.attributes().get(i).name(), RowFile.column(i), type(query.attributes().get(i), date));
      }
      document.endLayer();
    });
  }

  /** The one type, as ogr2ogr names it, that all shapes have, single ones taken as multi where there are both. */
  String shape() {
    Set<Shape> seen = file.shapes();
    if (seen.isEmpty()) {
      return switch (query.layer().geometry()) {
        case POINT -> "POINT";
        case LINE -> "MULTILINESTRING";
        case POLYGON -> "MULTIPOLYGON";
        case ANY -> "GEOMETRY";
      };
    }
    if (seen.size() == 1) {
      return name(seen.iterator().next());
    }
    return seen.equals(EnumSet.of(Shape.POINT, Shape.MULTI_POINT)) || seen.equals(EnumSet.of(Shape.LINE, Shape.MULTI_LINE))
        || seen.equals(EnumSet.of(Shape.POLYGON, Shape.MULTI_POLYGON)) ? name(seen.stream().max(Shape::compareTo).get()) : "GEOMETRY";
  }

  /** Frees the space as soon as GDAL has made something of them. */
  void remove() throws IOException {
    Files.delete(file.path());
  }

  private static String name(Shape shape) {
    return shape.gdal.substring("wkb".length()).toUpperCase(Locale.ROOT);
  }

  private static String type(Attribute attribute, String date) {
    return switch (attribute.type()) {
      case TEXT, TEXT_LIST, JSON -> "String";
      case INTEGER -> "Integer64";
      case NUMBER -> "Real";
      case BOOLEAN -> "Integer/Boolean";
      case DATE -> date;
      case DATETIME -> "DateTime";
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "1" : "0";
    }
    return value instanceof List<?> items ? JsonMapper.shared().writeValueAsString(items) : Texts.of(value);
  }
}
