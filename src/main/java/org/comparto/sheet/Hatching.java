package org.comparto.sheet;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Parallel lines across an area. Lines of one angle and spacing continue from one area into the next. */
final class Hatching {

  private Hatching() {}

  /** @param degrees of the lines against the horizontal @param spacing between two lines, in the units of the area */
  static Geometry across(Geometry area, double degrees, double spacing) {
    if (area.isEmpty()) {
      return area;
    }
    Envelope box = area.getEnvelopeInternal();
    double angle = Math.toRadians(degrees);
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    double reach = Math.hypot(box.getWidth(), box.getHeight()) / 2 + spacing;
    Coordinate middle = box.centre();
    double across = middle.x * -dy + middle.y * dx; // how far the middle lies from the line through the origin
    List<LineString> lines = new ArrayList<>();
    for (double at = Math.ceil((across - reach) / spacing) * spacing; at <= across + reach; at += spacing) {
      double shift = at - across;
      double x = middle.x - dy * shift;
      double y = middle.y + dx * shift;
      lines.add(area.getFactory().createLineString(new Coordinate[] {
          new Coordinate(x - dx * reach, y - dy * reach), new Coordinate(x + dx * reach, y + dy * reach)}));
    }
    return Cut.of(area.getFactory().createMultiLineString(lines.toArray(new LineString[0])), area);
  }
}
