package org.comparto.zone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Layer.Style;
import org.comparto.layer.Layer.Symbol;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Draws a zone and its plots from our own data, with north up, a scale bar and the colours of the layer's legend. Units are
 * metres in the UTM zone of RDN2008; the drawing carries no text of the data.
 */
@Component
class ZoneMap {

  private static final Sql MAP = Sql.load("zone/map.sql");
  private static final int PIXELS_WIDE = 900;
  private static final Symbol UNKNOWN = new Symbol("#94a3b8", "#475569", null, null, null, null, null, null, null);

  private record Part(String kind, @Nullable String symbol, @Nullable String path, double west, double south, double east, double north) {}

  private final JdbcClient db;
  private final Layers layers;
  private final ReadingPlaces places;

  ZoneMap(JdbcClient db, Layers layers, ReadingPlaces places) {
    this.db = db;
    this.layers = layers;
    this.places = places;
  }

  /** The drawing as SVG; empty if there is no such public zone. */
  Optional<String> draw(long zone) {
    PublicReading zones = new PublicReading(layers.getLayer(Zones.LAYER, "layer"));
    PublicReading plots = new PublicReading(layers.getLayer("plot", "layer"));
    List<Part> parts = places.read(() -> db.sql(MAP.with(Map.of("zones", zones.relation(), "publicZones", zones.condition(), "plots", plots.relation(),
        "publicPlots", plots.condition()))).param("zone", zone).query(Part.class).list());
    return parts.isEmpty() ? Optional.empty() : Optional.of(svg(parts));
  }

  private String svg(List<Part> parts) {
    Part frame = parts.stream().filter(part -> part.kind().equals("frame")).findFirst().orElseThrow();
    double wide = frame.east() - frame.west();
    double high = frame.north() - frame.south();
    double pixel = wide / PIXELS_WIDE;
    Style style = layers.getLayer("plot", "layer").style();
    StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.1f %.1f %.1f %.1f\" width=\"%d\" height=\"%.0f\" stroke-linejoin=\"round\">%n",
        frame.west(), -frame.north(), wide, high, PIXELS_WIDE, high / pixel));
    svg.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#f5f7fa\"/>%n", frame.west(), -frame.north(), wide, high));
    parts.stream().filter(part -> part.kind().equals("zone")).forEach(part -> path(svg, part, "#ffffff", "#0072b2", 4 * pixel));
    for (Part part : parts) {
      if (part.kind().equals("plot")) {
        Symbol symbol = style.values().getOrDefault(part.symbol(), style.fallback() == null ? UNKNOWN : style.fallback());
        path(svg, part, symbol.fill() == null ? UNKNOWN.fill() : symbol.fill(), symbol.stroke() == null ? UNKNOWN.stroke() : symbol.stroke(), pixel);
      }
    }
    scaleBar(svg, frame, pixel);
    north(svg, frame, pixel);
    return svg.append("</svg>\n").toString();
  }

  private static void path(StringBuilder svg, Part part, String fill, String stroke, double width) {
    svg.append(String.format(Locale.ROOT, "<path d=\"%s\" fill=\"%s\" fill-rule=\"evenodd\" stroke=\"%s\" stroke-width=\"%.2f\"/>%n", part.path(), fill, stroke, width));
  }

  /** A round length of about a fifth of the width. */
  private static void scaleBar(StringBuilder svg, Part frame, double pixel) {
    double length = round((frame.east() - frame.west()) / 5);
    double x = frame.west() + 20 * pixel;
    double y = -frame.south() - 20 * pixel;
    svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f %.1fv%.1fh%.1fv%.1f\" fill=\"none\" stroke=\"#17324d\" stroke-width=\"%.2f\"/>%n", x, y - 8 * pixel, 8 * pixel,
        length, -8 * pixel, 2 * pixel));
    svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" font-family=\"sans-serif\" font-size=\"%.1f\" fill=\"#17324d\">%s m</text>%n", x, y - 14 * pixel,
        18 * pixel, (long) length));
  }

  private static void north(StringBuilder svg, Part frame, double pixel) {
    double x = frame.east() - 32 * pixel;
    double y = -frame.north() + 24 * pixel;
    svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz\" fill=\"#17324d\"/>%n", x, y, 10 * pixel, 30 * pixel, -10 * pixel,
        -7 * pixel, -10 * pixel, 7 * pixel));
    svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"%.1f\" fill=\"#17324d\">N</text>%n",
        x, y + 50 * pixel, 18 * pixel));
  }

  private static double round(double length) {
    double power = Math.pow(10, Math.floor(Math.log10(length)));
    double steps = length / power;
    return power * (steps >= 5 ? 5 : steps >= 2 ? 2 : 1);
  }
}
