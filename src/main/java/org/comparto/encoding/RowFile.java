package org.comparto.encoding;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.comparto.feature.FeatureRows;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Features in a file as GDAL reads them through a {@link VirtualLayers} document: one column per attribute, none of whose
 * names could mean anything to GDAL, and what was seen on the way, which that document has to declare.
 */
final class RowFile implements Closeable {

  /** Makes the text of a value; null for not known. */
  interface ValueText {
    @Nullable String of(int attribute, @Nullable Object value);
  }

  /** Kinds of shape by their numbers in well-known binary, with the names that GDAL gives them. */
  enum Shape {
    POINT("wkbPoint"), LINE("wkbLineString"), POLYGON("wkbPolygon"), MULTI_POINT("wkbMultiPoint"), MULTI_LINE("wkbMultiLineString"),
    MULTI_POLYGON("wkbMultiPolygon"), COLLECTION("wkbGeometryCollection");

    final String gdal;

    Shape(String gdal) {
      this.gdal = gdal;
    }

    static Shape of(byte[] wkb) {
      return values()[wkb[wkb[0] == 0 ? 4 : 1] - 1]; // byte order, then the kind in four bytes; PostGIS keeps no others here
    }
  }

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Path path;
  private final List<Attribute> attributes;
  private final CsvTable table;
  private final ValueText texts;
  private final int[] widths;
  private final int[] decimals;
  private final Set<Shape> shapes = EnumSet.noneOf(Shape.class);
  private long rows;
  private long shapeBytes;

  RowFile(Path path, List<Attribute> attributes, ValueText texts) throws IOException {
    this.path = path;
    this.attributes = attributes;
    this.texts = texts;
    this.widths = new int[attributes.size()];
    this.decimals = new int[attributes.size()];
    this.table = new CsvTable(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16), ',');
    table.value("id").value("geom");
    for (int i = 0; i < attributes.size(); i++) {
      table.value(column(i));
    }
    table.endRow();
  }

  static String column(int attribute) {
    return "a" + attribute;
  }

  void add(FeatureRows.Row row) {
    add(row, row.geometry());
  }

  /** @param shape in the place of the row's own */
  void add(FeatureRows.Row row, byte[] shape) {
    rows++;
    shapes.add(Shape.of(shape));
    shapeBytes += shape.length;
    table.value(Long.toString(row.id())).value(HEX.formatHex(shape));
    for (int i = 0; i < attributes.size(); i++) {
      String text = texts.of(i, row.value(i));
      table.value(text);
      if (text != null) {
        measure(i, text);
      }
    }
    table.endRow();
  }

  private void measure(int i, String text) {
    int point = attributes.get(i).type() == AttributeType.NUMBER ? text.indexOf('.') : -1;
    if (point >= 0) {
      decimals[i] = Math.max(decimals[i], text.length() - point - 1);
    }
    widths[i] = Math.max(widths[i], point >= 0 ? point : text.getBytes(StandardCharsets.UTF_8).length);
  }

  Path path() {
    return path;
  }

  long rows() {
    return rows;
  }

  /** Of all shapes as well-known binary. */
  long shapeBytes() {
    return shapeBytes;
  }

  /** Bytes of the longest text of an attribute, of a number before its point; 0 if none is known. */
  int width(int attribute) {
    return widths[attribute];
  }

  /** The most digits behind the point of a number. */
  int decimals(int attribute) {
    return decimals[attribute];
  }

  Set<Shape> shapes() {
    return shapes;
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
