package org.comparto.encoding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer.GeometryType;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The sheets of a workbook that hold the features, as many as it takes. A text is always a text cell, so that none is ever
 * read as a formula; a number that a cell can not keep to its last digit is a text.
 */
final class FeatureSheets {

  private static final int LONGEST_TEXT = 32_767;
  private static final int ROWS_AT_A_TIME = 200;
  private static final long MOST = 1_000_000_000_000_000L; // fifteen digits are shown
  // what calendars of spreadsheets agree on: before it they believe in a 29th of February 1900
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private final Workbook workbook;
  private final List<Attribute> attributes;
  private final About about;
  private final boolean points;
  private final boolean degrees;
  private final Shapes shapes;
  private Worksheet sheet;
  private int sheets;
  private int row;
  private long cut;

  FeatureSheets(Workbook workbook, FeatureQuery query, About about) {
    this.workbook = workbook;
    this.attributes = query.attributes();
    this.about = about;
    this.points = query.layer().geometry() == GeometryType.POINT;
    this.degrees = query.crs().isGeographic();
    this.shapes = new Shapes(query.crs().decimals());
    this.sheet = begin();
  }

  /** Cells that held more than a cell can. */
  long cut() {
    return cut;
  }

  void add(FeatureRows.Row feature) {
    try {
      if (row == Worksheet.MAX_ROWS) {
        sheet.finish();
        sheet = begin();
      } else if (row % ROWS_AT_A_TIME == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sheet.value(row, 0, feature.id());
    int column = 1;
    for (int i = 0; i < attributes.size(); i++) {
      cell(column++, attributes.get(i).type(), feature.value(i));
    }
    shape(column, shapes.read(feature.geometry()));
    row++;
  }

  void finish() throws IOException {
    sheet.finish();
  }

  private Worksheet begin() {
    sheets++;
    sheet = workbook.newWorksheet(name());
    sheet.freezePane(1, 1);
    row = 0;
    int column = 0;
    head(column++, "id");
    for (Attribute attribute : attributes) {
      String unit = attribute.type() == AttributeType.DATETIME ? "UTC" : attribute.unit();
      head(column++, attribute.title().in(about.language()) + (unit == null ? "" : " [" + unit + "]"));
    }
    if (points) {
      head(column++, degrees ? "lon" : "x");
      head(column++, degrees ? "lat" : "y");
    }
    head(column, "WKT");
    row = 1;
    return sheet;
  }

  private void head(int column, String title) {
    sheet.inlineString(0, column, title);
    sheet.style(0, column).bold().set();
    sheet.width(column, Math.min(40, Math.max(10, title.length() + 2)));
  }

  /** Excel takes 31 characters, none of them of those that it needs in formulas. */
  private String name() {
    String number = sheets == 1 ? "" : " (" + sheets + ")";
    String plain = about.title().replaceAll("[\\[\\]:*?/\\\\']", " ");
    return plain.substring(0, Math.min(plain.length(), 31 - number.length())) + number;
  }

  private void cell(int column, AttributeType type, @Nullable Object value) {
    if (value instanceof Long number && Math.abs(number) < MOST) {
      sheet.value(row, column, number);
    } else if (value instanceof BigDecimal number && isExact(number)) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean yes) {
      sheet.value(row, column, yes);
    } else if (value instanceof LocalDate date && !date.isBefore(FIRST_DAY)) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof OffsetDateTime time && !time.toLocalDate().isBefore(FIRST_DAY)) {
      LocalDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      sheet.value(row, column, utc);
      sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else if (value != null) {
      text(column, Texts.of(value));
    }
  }

  private static boolean isExact(BigDecimal number) {
    double cell = number.doubleValue();
    return Double.isFinite(cell) && BigDecimal.valueOf(cell).compareTo(number) == 0;
  }

  private void shape(int column, Geometry shape) {
    int next = column;
    if (points) {
      if (shape instanceof Point point) {
        sheet.value(row, next, new BigDecimal(shapes.coordinate(point.getX())));
        sheet.value(row, next + 1, new BigDecimal(shapes.coordinate(point.getY())));
      }
      next += 2;
    }
    String text = shapes.text(shape);
    if (text.length() <= LONGEST_TEXT) {
      sheet.inlineString(row, next, text);
    } else {
      cut++; // half a shape is none
    }
  }

  private void text(int column, String text) {
    if (text.length() > LONGEST_TEXT) {
      cut++;
    }
    sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
  }
}
