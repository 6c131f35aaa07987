package org.comparto.sheet;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** Finds the lines of one colour on a page of a PDF, in points of the page. */
final class StrokedPath extends PDFGraphicsStreamEngine {

  private final int colour;
  private final List<Point2D> path = new ArrayList<>();
  private double longest;

  private StrokedPath(PDPage page, int colour) {
    super(page);
    this.colour = colour;
  }

  /** The greatest distance between two points of one figure drawn in this colour: the legend's figure is smaller than the map's. */
  static double longest(PDPage page, String colour) throws IOException {
    StrokedPath engine = new StrokedPath(page, Color.decode(colour).getRGB() & 0xffffff);
    engine.processPage(page);
    return engine.longest;
  }

  @Override
  public void strokePath() throws IOException {
    if (getGraphicsState().getStrokingColor().toRGB() == colour) {
      longest = Math.max(longest, path.stream().flatMapToDouble(a -> path.stream().mapToDouble(a::distance)).max().orElse(0));
    }
    path.clear();
  }

  @Override
  public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
    path.addAll(List.of(a, b, c, d));
  }

  @Override
  public void moveTo(float x, float y) {
    path.add(new Point2D.Float(x, y));
  }

  @Override
  public void lineTo(float x, float y) {
    path.add(new Point2D.Float(x, y));
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.add(new Point2D.Float(x3, y3));
  }

  @Override
  public Point2D getCurrentPoint() {
    return path.isEmpty() ? new Point2D.Float() : path.get(path.size() - 1);
  }

  @Override
  public void closePath() {}

  @Override
  public void endPath() {
    path.clear();
  }

  @Override
  public void fillPath(int rule) {
    path.clear();
  }

  @Override
  public void fillAndStrokePath(int rule) throws IOException {
    strokePath();
  }

  @Override
  public void clip(int rule) {}

  @Override
  public void drawImage(PDImage image) {}

  @Override
  public void shadingFill(COSName name) {}
}
