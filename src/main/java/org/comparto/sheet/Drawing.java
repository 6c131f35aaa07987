package org.comparto.sheet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** An SVG picture in millimetres: paths only, so that every program draws the same; text comes as outlines. */
final class Drawing {

  private final StringBuilder svg = new StringBuilder();

  Drawing(double widthMm, double heightMm, String title) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(number(widthMm)).append("mm\" height=\"").append(number(heightMm))
        .append("mm\" viewBox=\"0 0 ").append(number(widthMm)).append(' ').append(number(heightMm)).append("\" role=\"img\"><title>")
        .append(escaped(title)).append("</title>");
  }

  /** @param opacity from 0 to 1 */
  void fill(Geometry shape, String colour, double opacity) {
    if (!shape.isEmpty()) {
      path(data(shape), "fill=\"" + colour(colour) + "\" fill-rule=\"evenodd\" fill-opacity=\"" + number(opacity) + "\"");
    }
  }

  /** @param dash lengths in millimetres; null for a full line */
  void stroke(Geometry line, String colour, double widthMm, @Nullable String dash) {
    if (!line.isEmpty()) {
      path(data(line), "fill=\"none\" stroke=\"" + colour(colour) + "\" stroke-width=\"" + number(widthMm)
          + "\" stroke-linejoin=\"round\" stroke-linecap=\"" + (dash == null ? "round" : "butt") + "\"" + (dash == null ? "" : " stroke-dasharray=\"" + dash + "\""));
    }
  }

  /** A path as it is, filled. */
  void shape(String data, String colour) {
    path(data, "fill=\"" + colour(colour) + "\"");
  }

  /** The same under a rim, so that it is read over anything. */
  void shapeWithRim(String data, String colour, String rim, double rimMm) {
    path(data, "fill=\"none\" stroke=\"" + colour(rim) + "\" stroke-width=\"" + number(rimMm) + "\" stroke-linejoin=\"round\"");
    shape(data, colour);
  }

  private void path(String data, String attributes) {
    svg.append("<path d=\"").append(data).append("\" ").append(attributes).append("/>");
  }

  String end() {
    return svg + "</svg>";
  }

  private static String data(Geometry shape) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        ring(polygon.getExteriorRing(), data);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(polygon.getInteriorRingN(hole), data);
        }
      } else if (part instanceof LineString line) {
        line(line.getCoordinates(), line.getNumPoints(), data);
      } else if (part.getNumGeometries() > 1) {
        data.append(data(part));
      }
    }
    return data.toString();
  }

  private static void ring(LineString ring, StringBuilder data) {
    line(ring.getCoordinates(), ring.getNumPoints() - 1, data);
    data.append('Z');
  }

  private static void line(Coordinate[] points, int count, StringBuilder data) {
    for (int i = 0; i < count; i++) {
      data.append(i == 0 ? 'M' : 'L').append(number(points[i].x)).append(' ').append(number(points[i].y));
    }
  }

  /** To a thousandth: in millimetres that is finer than any printer. */
  static String number(double value) {
    double rounded = Math.round(value * 1000) / 1000.0;
    return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.format(Locale.ROOT, "%s", rounded);
  }

  /** Symbols come from descriptors, and those of loads from people: what is no colour is grey. */
  private static String colour(String colour) {
    return colour.matches("#[0-9A-Fa-f]{3,8}") ? colour : "#6b7280";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\p{Cntrl}", " ");
  }
}
