package org.comparto.sheet;

import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Draws features on paper as their layer's descriptor says; pixels of the screen become a fifth of a millimetre. */
final class Symbols {

  private static final double MM_PER_PIXEL = 0.2;
  private static final double HATCH_MM = 1.7;
  private static final double DOTS_MM = 1.1;

  private Symbols() {}

  static Layer.Symbol of(Layer layer, @Nullable String type) {
    return type == null ? layer.style().fallback() : layer.style().values().getOrDefault(type, layer.style().fallback());
  }

  /** An area by a light tint, its hatching and its edge. @param angle of the hatching, so that layers over each other can be told apart */
  static void area(Drawing drawing, Geometry shape, Geometry paper, Layer.Symbol symbol, double angle) {
    Geometry visible = Cut.of(shape, paper);
    drawing.fill(visible, fill(symbol), 0.12);
    if ("hatch".equals(symbol.pattern())) {
      drawing.stroke(Hatching.across(visible, angle, HATCH_MM), stroke(symbol), 0.18, null);
    } else if ("dots".equals(symbol.pattern())) {
      drawing.stroke(Hatching.across(visible, angle, DOTS_MM), stroke(symbol), 0.22, "0.25 1");
    }
    edge(drawing, shape, paper, symbol);
  }

  static void edge(Drawing drawing, Geometry shape, Geometry paper, Layer.Symbol symbol) {
    Geometry line = shape.getDimension() == 2 ? shape.getBoundary() : shape;
    drawing.stroke(Cut.of(line, paper), stroke(symbol), width(symbol), dash(symbol));
  }

  static void point(Drawing drawing, Point at, Layer.Symbol symbol) {
    double r = (symbol.radius() == null ? 5 : symbol.radius()) * MM_PER_PIXEL;
    String outline = outline(symbol.shape(), at.getX(), at.getY(), r);
    drawing.shapeWithRim(outline, fill(symbol), "#ffffff", 0.7);
  }

  private static String outline(@Nullable String shape, double x, double y, double r) {
    return switch (shape == null ? "circle" : shape) {
      case "square" -> polygon(x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
      case "diamond" -> polygon(x, y - r * 1.3, x + r * 1.3, y, x, y + r * 1.3, x - r * 1.3, y);
      case "triangle" -> polygon(x, y - r * 1.2, x + r * 1.1, y + r, x - r * 1.1, y + r);
      default -> "M" + Drawing.number(x - r) + " " + Drawing.number(y) + arc(r, x + r, y) + arc(r, x - r, y) + "Z";
    };
  }

  private static String arc(double r, double x, double y) {
    return "A" + Drawing.number(r) + " " + Drawing.number(r) + " 0 0 1 " + Drawing.number(x) + " " + Drawing.number(y);
  }

  private static String polygon(double... xy) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < xy.length; i += 2) {
      data.append(i == 0 ? 'M' : 'L').append(Drawing.number(xy[i])).append(' ').append(Drawing.number(xy[i + 1]));
    }
    return data.append('Z').toString();
  }

  static String fill(Layer.Symbol symbol) {
    return symbol.fill() == null ? "#94a3b8" : symbol.fill();
  }

  static String stroke(Layer.Symbol symbol) {
    return symbol.stroke() == null ? "#475569" : symbol.stroke();
  }

  private static double width(Layer.Symbol symbol) {
    return Math.max(0.2, (symbol.strokeWidth() == null ? 1 : symbol.strokeWidth()) * MM_PER_PIXEL);
  }

  private static @Nullable String dash(Layer.Symbol symbol) {
    return symbol.dash() == null ? null : String.join(" ", symbol.dash().stream().map(pixels -> Drawing.number(pixels * MM_PER_PIXEL)).toList());
  }
}
