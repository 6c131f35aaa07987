package org.comparto.sheet;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Text as outlines of DejaVu Sans Condensed Bold: pictures look the same whatever fonts a machine has. */
final class Lettering {

  static final String FONT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed-Bold.ttf";
  private static final Lettering BOLD = new Lettering();

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  private Lettering() {
    try (InputStream in = Lettering.class.getResourceAsStream(FONT)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      glyphs = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Width of a text in units of its size. */
  static double width(String text) {
    synchronized (BOLD) { // the font reads its tables when they are needed
      return text.codePoints().mapToDouble(point -> BOLD.advance(BOLD.glyphs.getGlyphId(point))).sum();
    }
  }

  /** The outlines of a text whose baseline begins at x, y; sizes in the units of the picture. */
  static String path(String text, double x, double y, double size) {
    synchronized (BOLD) {
      return BOLD.outlines(text, x, y, size);
    }
  }

  private double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph) / unitsPerEm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String outlines(String text, double x, double y, double size) {
    StringBuilder data = new StringBuilder();
    double at = x;
    for (int point : text.codePoints().toArray()) {
      int glyph = glyphs.getGlyphId(point);
      try {
        GeneralPath outline = font.getGlyph().getGlyph(glyph) == null ? new GeneralPath() : font.getGlyph().getGlyph(glyph).getPath();
        append(outline.getPathIterator(new AffineTransform(size / unitsPerEm, 0, 0, -size / unitsPerEm, at, y)), data);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      at += advance(glyph) * size;
    }
    return data.toString();
  }

  private static void append(PathIterator path, StringBuilder data) {
    double[] p = new double[6];
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(p);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> points("M", p, 1, data);
        case PathIterator.SEG_LINETO -> points("L", p, 1, data);
        case PathIterator.SEG_QUADTO -> points("Q", p, 2, data);
        case PathIterator.SEG_CUBICTO -> points("C", p, 3, data);
        default -> data.append('Z');
      }
    }
  }

  private static void points(String command, double[] p, int count, StringBuilder data) {
    data.append(command);
    for (int i = 0; i < count; i++) {
      data.append(i == 0 ? "" : " ").append(Drawing.number(p[2 * i])).append(' ').append(Drawing.number(p[2 * i + 1]));
    }
  }
}
