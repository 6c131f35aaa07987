package org.comparto.sheet;

import org.comparto.layer.Layer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The small pictures of a legend, drawn by the same hand as the map. */
final class Swatch {

  private static final double WIDTH = 7;
  private static final double HEIGHT = 4;
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final Geometry PAPER = SHAPES.toGeometry(new Envelope(0, WIDTH, 0, HEIGHT));
  private static final Geometry BOX = SHAPES.toGeometry(new Envelope(0.4, WIDTH - 0.4, 0.4, HEIGHT - 0.4));

  private Swatch() {}

  static String area(Layer.Symbol symbol, double angle) {
    Drawing drawing = drawing();
    drawing.fill(BOX, Symbols.fill(symbol), 0.16);
    Symbols.area(drawing, BOX, PAPER, symbol, angle);
    return drawing.end();
  }

  static String tint(Layer.Symbol symbol) {
    Drawing drawing = drawing();
    drawing.fill(BOX, Symbols.fill(symbol), PlotMap.TINT);
    drawing.stroke(BOX.getBoundary(), Symbols.stroke(symbol), 0.18, null);
    return drawing.end();
  }

  static String line(Layer.Symbol symbol) {
    Drawing drawing = drawing();
    Symbols.edge(drawing, SHAPES.createLineString(new Coordinate[] {new Coordinate(0.3, HEIGHT / 2), new Coordinate(WIDTH - 0.3, HEIGHT / 2)}), PAPER, symbol);
    return drawing.end();
  }

  static String point(Layer.Symbol symbol) {
    Drawing drawing = drawing();
    Symbols.point(drawing, SHAPES.createPoint(new Coordinate(WIDTH / 2, HEIGHT / 2)), symbol);
    return drawing.end();
  }

  static String plot() {
    Drawing drawing = drawing();
    drawing.fill(BOX, PlotMap.PLOT_COLOUR, 0.18);
    drawing.stroke(BOX.getBoundary(), PlotMap.PLOT_COLOUR, 0.7, null);
    return drawing.end();
  }

  private static Drawing drawing() {
    return new Drawing(WIDTH, HEIGHT, "");
  }
}
