package org.comparto.encoding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTWriter;

/** Reads the shapes of rows and writes them as text, rounded to the decimals of a reference system; not for several threads. */
final class Shapes {

  private final WKBReader reader = new WKBReader();
  private final WKTWriter writer = new WKTWriter();
  private final int decimals;

  Shapes(int decimals) {
    this.decimals = decimals;
    writer.setPrecisionModel(new PrecisionModel(Math.pow(10, decimals)));
  }

  Geometry read(byte[] wkb) {
    try {
      return reader.read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS gave a geometry that is none", e);
    }
  }

  String coordinate(double value) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }

  String text(Geometry shape) {
    return writer.write(shape);
  }
}
