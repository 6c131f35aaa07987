package org.comparto.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.facts.Facts;
import org.comparto.facts.PlotFacts;
import org.comparto.facts.Reading;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.sheet.MapFeatures.OnPaper;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/**
 * Draws the map of a plot from our own data of one moment: ground, neighbouring plots, the layers that are constraints, roads and
 * railways where they are loaded, zones, gateways, and the plot above all.
 */
@Component
class PlotMap {

  /** One layer of a map, and what of it lies in the frame. */
  record Sheet(Layer layer, List<OnPaper> features) {}

  /** What the legend shows: first come first, each symbol once. */
  static final class Legend {
    final Map<String, MapSheet.Entry> entries = new LinkedHashMap<>();

    void area(Layer layer, @Nullable String type, double angle, String text) {
      entries.computeIfAbsent(text, key -> new MapSheet.Entry(Swatch.area(Symbols.of(layer, type), angle), text));
    }

    void tint(Layer layer, @Nullable String type, String text) {
      entries.computeIfAbsent(text, key -> new MapSheet.Entry(Swatch.tint(Symbols.of(layer, type)), text));
    }

    void line(Layer layer, @Nullable String type, String text) {
      entries.computeIfAbsent(text, key -> new MapSheet.Entry(Swatch.line(Symbols.of(layer, type)), text));
    }

    void point(Layer layer, @Nullable String type, String text) {
      entries.computeIfAbsent(text, key -> new MapSheet.Entry(Swatch.point(Symbols.of(layer, type)), text));
    }
  }

  static final String PLOT_COLOUR = "#c2185b";
  private static final double WIDTH_MM = 182;
  private static final double HEIGHT_MM = 112;
  /** How much of their colour other plots keep, so that the one is seen first. */
  static final double TINT = 0.28;
  private static final double LABEL_MM = 2.1;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double[] ANGLES = {45, 135, 90, 0, 22.5, 112.5, 67.5, 157.5};

  private final Layers layers;
  private final Reading reading;

  PlotMap(Layers layers, Reading reading) {
    this.layers = layers;
    this.reading = reading;
  }

  /** @param scale the denominator; null for the one that fits the plot */
  MapSheet draw(Facts.Dossier dossier, @Nullable Integer scale) {
    Envelope box = dossier.shape().getEnvelopeInternal();
    double latitude = box.centre().y;
    double wide = box.getWidth() * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    double high = box.getHeight() * METRES_PER_DEGREE;
    int chosen = scale != null ? scale : MapScale.fitting(wide, high, WIDTH_MM, HEIGHT_MM);
    MapFrame frame = new MapFrame(WIDTH_MM, HEIGHT_MM, chosen, box.centre().x, latitude);
    List<Sheet> sheets = reading.at(dossier.moment(), data -> layers.all().stream().filter(PlotMap::isDrawn)
        .sorted(Comparator.comparingInt(Layer::order))
        .map(layer -> new Sheet(layer, MapFeatures.read(data, layer, frame))).filter(sheet -> !sheet.features().isEmpty()).toList());
    boolean fits = wide * 1000 / chosen < WIDTH_MM && high * 1000 / chosen < HEIGHT_MM;
    return draw(dossier.facts(), frame, sheets, fits);
  }

  private static boolean isDrawn(Layer layer) {
    boolean constraint = layer.constraint() != null && layer.constraint().measure() == Layer.Measure.OVERLAP && !layer.constraint().unmapped();
    return constraint || layer.group().equals("background") || layer.group().equals("network") || layer.id().equals("plot") || layer.id().equals("industrial_zone");
  }

  private MapSheet draw(PlotFacts facts, MapFrame frame, List<Sheet> sheets, boolean fits) {
    Words t = Words.in(facts.language());
    Drawing drawing = new Drawing(frame.widthMm(), frame.heightMm(), t.of("plot.map.title", Map.of("name", facts.name())));
    Legend legend = new Legend();
    Geometry paper = frame.paper();
    drawing.fill(paper, "#fbfaf7", 1);
    ground(drawing, sheets, paper);
    Sheet plots = sheets.stream().filter(s -> s.layer().id().equals("plot")).findFirst().orElseThrow();
    OnPaper self = plots.features().stream().filter(f -> f.id() == facts.id()).findFirst().orElseThrow();
    MapSheet.Entry plotEntry = new MapSheet.Entry(Swatch.plot(), t.of("plot.map.plot", Map.of("name", facts.code())));
    neighbours(drawing, plots, self, paper, legend, t);
    areas(drawing, sheets, paper, legend, t);
    lines(drawing, sheets, paper, legend, t);
    neighbourEdges(drawing, plots, self, paper);
    drawing.fill(Cut.of(self.shape(), paper), PLOT_COLOUR, 0.18);
    drawing.stroke(Cut.of(self.shape().getBoundary(), paper), "#ffffff", 1.5, null);
    drawing.stroke(Cut.of(self.shape().getBoundary(), paper), PLOT_COLOUR, 0.9, null);
    points(drawing, sheets, paper, legend, t);
    labels(drawing, plots, self, paper);
    Furniture.draw(drawing, frame);
    List<MapSheet.Entry> entries = new ArrayList<>(List.of(plotEntry));
    entries.addAll(legend.entries.values());
    return new MapSheet(drawing.end(), frame.scale(), entries, attribution(sheets, t.language()), fits);
  }

  static void ground(Drawing drawing, List<Sheet> sheets, Geometry paper) {
    for (Sheet sheet : sheets) {
      if (sheet.layer().group().equals("background")) {
        for (int dimension = 2; dimension > 0; dimension--) {
          for (OnPaper feature : sheet.features()) {
            Layer.Symbol symbol = Symbols.of(sheet.layer(), feature.type());
            if (feature.shape().getDimension() == dimension && dimension == 2) {
              drawing.fill(Cut.of(feature.shape(), paper), Symbols.fill(symbol), 1);
            } else if (feature.shape().getDimension() == dimension) {
              Symbols.edge(drawing, feature.shape(), paper, symbol);
            }
          }
        }
      }
    }
  }

  private static void neighbours(Drawing drawing, Sheet plots, OnPaper self, Geometry paper, Legend legend, Words t) {
    FieldText text = new FieldText(plots.layer(), t);
    for (OnPaper plot : plots.features()) {
      if (plot != self) {
        drawing.fill(Cut.of(plot.shape(), paper), Symbols.fill(Symbols.of(plots.layer(), plot.type())), TINT);
        legend.tint(plots.layer(), plot.type(), t.of("plot.map.other", Map.of("status",
            plot.type() == null ? t.of("notKnown") : text.code("plot_status", plot.type()).orElse(plot.type()))));
      }
    }
  }

  private static void neighbourEdges(Drawing drawing, Sheet plots, OnPaper self, Geometry paper) {
    for (OnPaper plot : plots.features()) {
      if (plot != self) {
        drawing.stroke(Cut.of(plot.shape().getBoundary(), paper), Symbols.stroke(Symbols.of(plots.layer(), plot.type())), 0.18, null);
      }
    }
  }

  private static void areas(Drawing drawing, List<Sheet> sheets, Geometry paper, Legend legend, Words t) {
    int drawn = 0;
    for (Sheet sheet : sheets) {
      Layer layer = sheet.layer();
      if (layer.id().equals("industrial_zone")) {
        sheet.features().forEach(zone -> drawing.stroke(Cut.of(zone.shape().getBoundary(), paper), Symbols.stroke(Symbols.of(layer, zone.type())), 0.5, "3 1.2"));
        legend.line(layer, sheet.features().get(0).type(), t.of("plot.map.zone"));
      } else if (layer.constraint() != null && layer.constraint().measure() == Layer.Measure.OVERLAP) {
        double angle = ANGLES[drawn++ % ANGLES.length];
        for (OnPaper area : sheet.features()) {
          if (area.shape().getDimension() == 2) {
            Symbols.area(drawing, area.shape(), paper, Symbols.of(layer, area.type()), angle);
            legend.area(layer, area.type(), angle, title(layer, area.type(), t));
          }
        }
      }
    }
  }

  static void lines(Drawing drawing, List<Sheet> sheets, Geometry paper, Legend legend, Words t) {
    for (Sheet sheet : sheets) {
      if (sheet.layer().group().equals("network")) {
        for (OnPaper line : sheet.features()) {
          if (line.shape().getDimension() == 1) {
            Symbols.edge(drawing, line.shape(), paper, Symbols.of(sheet.layer(), line.type()));
            legend.line(sheet.layer(), line.type(), title(sheet.layer(), line.type(), t));
          }
        }
      }
    }
  }

  private static void points(Drawing drawing, List<Sheet> sheets, Geometry paper, Legend legend, Words t) {
    for (Sheet sheet : sheets) {
      for (OnPaper feature : sheet.features()) {
        if (feature.shape() instanceof Point point && !point.isEmpty() && paper.contains(point) && sheet.layer().group().equals("network")) {
          Symbols.point(drawing, point, Symbols.of(sheet.layer(), feature.type()));
          legend.point(sheet.layer(), feature.type(), title(sheet.layer(), feature.type(), t));
        }
      }
    }
  }

  /** Codes of plots that have room for them; the plot's own always. */
  private static void labels(Drawing drawing, Sheet plots, OnPaper self, Geometry paper) {
    for (OnPaper plot : plots.features()) {
      Geometry visible = Cut.of(plot.shape(), paper);
      String label = plot.label() == null ? "" : plot.label();
      double size = plot == self ? LABEL_MM * 1.4 : LABEL_MM;
      double width = Lettering.width(label) * size;
      Envelope room = visible.getEnvelopeInternal();
      if (!visible.isEmpty() && (plot == self || width < room.getWidth() * 0.8 && size * 2 < room.getHeight())) {
        Point at = visible.contains(visible.getCentroid()) ? visible.getCentroid() : visible.getInteriorPoint();
        drawing.shapeWithRim(Lettering.path(label, at.getX() - width / 2, at.getY() + size * 0.36, size), plot == self ? "#7a0f3a" : "#334155", "#ffffff", 0.5);
      }
    }
  }

  private static String title(Layer layer, @Nullable String type, Words t) {
    String title = layer.title().in(t.language());
    if (layer.style().by() == null || type == null) {
      return title;
    }
    String codes = layer.findAttribute(layer.style().by()).orElseThrow().codes();
    return title + ": " + (codes == null ? type : new FieldText(layer, t).code(codes, type).orElse(type));
  }

  static List<String> attribution(List<Sheet> sheets, String language) {
    Set<String> sources = new TreeSet<>();
    sheets.forEach(sheet -> sources.add(sheet.layer().source().in(language)
        + (sheet.layer().licence() == null ? "" : " (" + sheet.layer().licence().name() + ")")));
    return List.copyOf(sources);
  }
}
