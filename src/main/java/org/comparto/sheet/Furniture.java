package org.comparto.sheet;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What every map carries: scale bar, north arrow and frame. */
final class Furniture {

  private static final List<Integer> ROUND_METRES = List.of(20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10);
  private static final double LONGEST_MM = 52;
  private static final double TEXT_MM = 2.2;
  private static final String INK = "#17324d";
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private Furniture() {}

  static void draw(Drawing drawing, MapFrame frame) {
    bar(drawing, frame);
    north(drawing, frame);
    drawing.stroke(frame.paper().getBoundary(), INK, 0.5, null);
  }

  /** Two halves of the largest round length that is not too long; north is up, since the plane is the map's own. */
  private static void bar(Drawing drawing, MapFrame frame) {
    int metres = ROUND_METRES.stream().filter(m -> m * 1000.0 / frame.scale() <= LONGEST_MM).findFirst().orElse(10);
    double length = metres * 1000.0 / frame.scale();
    double x = 6;
    double y = frame.heightMm() - 6;
    String end = metres >= 1000 ? metres / 1000 + " km" : metres + " m";
    double right = Math.max(length + Lettering.width(end) * TEXT_MM / 2, length + 2) + 3;
    drawing.fill(box(x - 3, y - 6.2, x + right, y + 3), "#ffffff", 0.85);
    drawing.fill(box(x, y - 1.4, x + length / 2, y), INK, 1);
    drawing.fill(box(x + length / 2, y - 1.4, x + length, y), "#ffffff", 1);
    drawing.stroke(box(x, y - 1.4, x + length, y).getBoundary(), INK, 0.25, null);
    centred(drawing, "0", x, y - 2.4);
    centred(drawing, String.format(Locale.ROOT, "%d", metres / 2), x + length / 2, y - 2.4);
    centred(drawing, end, x + length, y - 2.4);
  }

  private static void north(Drawing drawing, MapFrame frame) {
    double x = frame.widthMm() - 9;
    double y = 6;
    drawing.fill(box(x - 5, 2, x + 5, 19.5), "#ffffff", 0.85);
    drawing.shape(path(x, y - 1.5, x + 3, y + 8.5, x, y + 6.5), INK);
    drawing.shape(path(x, y - 1.5, x - 3, y + 8.5, x, y + 6.5), "#9fb3c8");
    centred(drawing, "N", x, y + 12.2);
  }

  private static void centred(Drawing drawing, String text, double x, double y) {
    drawing.shape(Lettering.path(text, x - Lettering.width(text) * TEXT_MM / 2, y, TEXT_MM), INK);
  }

  private static Geometry box(double left, double top, double right, double bottom) {
    return SHAPES.toGeometry(new Envelope(left, right, top, bottom));
  }

  private static String path(double... xy) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < xy.length; i += 2) {
      data.append(i == 0 ? 'M' : 'L').append(Drawing.number(xy[i])).append(' ').append(Drawing.number(xy[i + 1]));
    }
    return data.append('Z').toString();
  }
}
