package org.comparto.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes values in the text format of PostgreSQL's COPY; geometry as EWKB with SRID 4326. Not for several threads. */
final class CopyText {

  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true);
  // ordered, since Map.of keeps another order in every run of the JVM
  private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  void append(StringBuilder line, @Nullable Object value) {
    if (value == null) {
      line.append("\\N");
    } else if (value instanceof Geometry geometry) {
      line.append(WKBWriter.toHex(wkb.write(canonical(geometry))));
    } else if (value instanceof RowSink.Json document) {
      escape(line, json.writeValueAsString(document.value()));
    } else if (value instanceof List<?> list) {
      escape(line, array(list));
    } else if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      line.append(number.longValue());
    } else {
      escape(line, value.toString());
    }
  }

  /** Polygons begin at their lowest corner and run anticlockwise, holes clockwise (as RFC 7946 asks), whoever made them. */
  private static Geometry canonical(Geometry geometry) {
    Geometry written = geometry instanceof Polygonal ? geometry.norm().reverse() : geometry.copy();
    written.setSRID(4326);
    return written;
  }

  private static String array(List<?> values) {
    StringBuilder text = new StringBuilder("{");
    for (Object value : values) {
      if (text.length() > 1) {
        text.append(',');
      }
      text.append('"').append(value.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return text.append('}').toString();
  }

  private static void escape(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(c);
      }
    }
  }
}
