package org.comparto.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** Lays streets of 8 to 14 m through a zone's outline and gives the blocks between them; all in metres of the zone's frame. */
final class ZoneLayout {

  private static final double VERGE = 6;
  private static final BufferParameters MITRE =
      new BufferParameters(1, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 3);

  private ZoneLayout() {}

  /** @param grain 1 for ordinary plots, larger for larger ones: lengths grow with it */
  static List<Polygon> blocks(Polygon outline, double grain, Draw draw) {
    return lay(outline, grain, draw, new ArrayList<>());
  }

  /** The middle of each street between the blocks that the same draw gives, as far as there is a block beside it. */
  static List<LineString> streets(Polygon outline, double grain, Draw draw) {
    List<LineString> streets = new ArrayList<>();
    lay(outline, grain, draw, streets);
    return streets;
  }

  private static List<Polygon> lay(Polygon outline, double grain, Draw draw, List<LineString> streets) {
    Geometry inner = LocalFrame.METRES.createGeometry(BufferOp.bufferOp(outline, -VERGE, MITRE));
    inner = Cut.overlay(inner, inner, OverlayNG.UNION);
    Envelope box = inner.getEnvelopeInternal();
    List<Polygon> bands = Cut.parts(inner);
    for (double y = box.getMinY() + depth(draw, grain); y < box.getMaxY() - 35 * grain; y += depth(draw, grain)) {
      Cut street = Cut.horizontal(y, draw.between(-1.5, 1.5), street(draw, 10, 14));
      bands.forEach(band -> streets.addAll(street.through(band)));
      bands = cutAll(bands, street);
    }
    List<Double> crossings = new ArrayList<>();
    for (double x = box.getMinX() + length(draw, grain); x < box.getMaxX() - 60 * grain; x += length(draw, grain)) {
      crossings.add(x);
    }
    List<Polygon> blocks = new ArrayList<>();
    for (Polygon band : bands) {
      List<Polygon> pieces = List.of(band);
      for (double x : crossings) {
        double shifted = draw.chance(0.75) ? x : x + draw.between(-40, 40) * grain;
        if (draw.chance(0.85)) {
          Cut street = Cut.vertical(shifted, draw.between(-3, 3), street(draw, 8, 12));
          pieces.forEach(piece -> streets.addAll(street.through(piece)));
          pieces = cutAll(pieces, street);
        }
      }
      blocks.addAll(pieces);
    }
    return blocks;
  }

  static List<Polygon> cutAll(List<Polygon> areas, Cut cut) {
    List<Polygon> result = new ArrayList<>();
    for (Polygon area : areas) {
      cut.sides(area).forEach(result::addAll);
    }
    return result;
  }

  private static double street(Draw draw, double narrow, double wide) {
    return draw.stepped(narrow, wide, 0.5);
  }

  private static double depth(Draw draw, double grain) {
    return draw.between(105, 165) * grain;
  }

  private static double length(Draw draw, double grain) {
    return draw.between(170, 300) * grain;
  }
}
