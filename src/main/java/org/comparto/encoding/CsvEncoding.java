package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer.GeometryType;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Comma-separated values (RFC 4180), or what the Italian Excel opens by a double click: semicolons, decimal commas and a
 * byte order mark. The shape is WKT, easting or longitude first; points have their coordinates as numbers too.
 */
final class CsvEncoding implements Encoding {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final FeatureRows rows;
  private final boolean italian;

  private CsvEncoding(FeatureRows rows, boolean italian) {
    this.rows = rows;
    this.italian = italian;
  }

  static CsvEncoding standard(FeatureRows rows) {
    return new CsvEncoding(rows, false);
  }

  static CsvEncoding italian(FeatureRows rows) {
    return new CsvEncoding(rows, true);
  }

  @Override
  public String id() {
    return italian ? "csv-it" : "csv";
  }

  @Override
  public String mediaType() {
    return "text/csv;charset=utf-8";
  }

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public Localized title() {
    return italian ? new Localized("CSV per Excel in italiano", "CSV for the Italian Excel") : new Localized("CSV", "CSV");
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public void write(FeatureQuery query, About about, OutputStream out) throws IOException {
    if (italian) {
      out.write(BYTE_ORDER_MARK);
    }
    CsvTable table = new CsvTable(out, italian ? ';' : ',');
    boolean points = query.layer().geometry() == GeometryType.POINT;
    writeHead(query, points, table);
    Shapes shapes = new Shapes(query.crs().decimals());
    rows.read(query, row -> {
      table.value(Long.toString(row.id()));
      List<Attribute> attributes = query.attributes();
      for (int i = 0; i < attributes.size(); i++) {
        table.value(text(attributes.get(i), row.value(i)));
      }
      Geometry shape = shapes.read(row.geometry());
      if (points) {
        table.value(shape instanceof Point point ? number(shapes.coordinate(point.getX())) : null)
            .value(shape instanceof Point point ? number(shapes.coordinate(point.getY())) : null);
      }
      table.value(shapes.text(shape));
      table.endRow();
    });
    table.flush();
  }

  private static void writeHead(FeatureQuery query, boolean points, CsvTable table) {
    table.value("id");
    query.attributes().forEach(attribute -> table.value(attribute.name()));
    if (points) {
      boolean degrees = query.crs().isGeographic();
      table.value(degrees ? "lon" : "x").value(degrees ? "lat" : "y");
    }
    table.value("WKT"); // by this name GDAL and QGIS know it
    table.endRow();
  }

  private @Nullable String text(Attribute attribute, @Nullable Object value) {
    String text = Texts.of(value);
    if (text == null) {
      return null;
    }
    AttributeType type = attribute.type();
    if (type == AttributeType.TEXT || type == AttributeType.TEXT_LIST || type == AttributeType.JSON) {
      return Spreadsheets.harmless(text);
    }
    return type == AttributeType.NUMBER ? number(text) : text;
  }

  private String number(String number) {
    return italian ? number.replace('.', ',') : number;
  }
}
