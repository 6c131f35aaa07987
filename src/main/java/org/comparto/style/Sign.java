package org.comparto.style;

import java.util.List;
import org.comparto.layer.Layer.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * How the features with one value of an attribute are drawn, with nothing left open; widths, radii and dashes in pixels of the map page.
 *
 * @param value null for all others
 * @param fill as #rrggbb, like stroke
 * @param pattern hatch, dots or none
 * @param dash lengths of strokes and gaps; empty for a full line
 * @param shape of a point: circle, square, triangle or diamond
 */
record Sign(@Nullable String value, String label, String fill, double fillOpacity, String stroke, double strokeWidth, double radius, String pattern,
    List<Integer> dash, String shape) {

  /** What the map page draws with where neither the symbol nor the layer's fallback says. */
  private static final Symbol PLAIN = new Symbol("#94a3b8", "#475569", 1.4, 5.0, 0.55, "none", List.of(), "circle", null);

  /** @param fallback the layer's own symbol, for what the other leaves open */
  static Sign of(@Nullable String value, String label, Symbol own, Symbol fallback) {
    return new Sign(value, label, first(own.fill(), fallback.fill(), PLAIN.fill()), first(own.fillOpacity(), fallback.fillOpacity(), PLAIN.fillOpacity()),
        first(own.stroke(), fallback.stroke(), PLAIN.stroke()), first(own.strokeWidth(), fallback.strokeWidth(), PLAIN.strokeWidth()),
        first(own.radius(), fallback.radius(), PLAIN.radius()), first(own.pattern(), fallback.pattern(), PLAIN.pattern()),
        first(own.dash(), fallback.dash(), PLAIN.dash()), first(own.shape(), fallback.shape(), PLAIN.shape()));
  }

  private static <T> T first(@Nullable T own, @Nullable T fallback, T plain) {
    return own != null ? own : fallback != null ? fallback : plain;
  }
}
