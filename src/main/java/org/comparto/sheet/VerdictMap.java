package org.comparto.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.database.Sql;
import org.comparto.facts.Moment;
import org.comparto.facts.Reading;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws the map of a verdict: its parts hatched by result over ground, zones and roads as they were when it was given. */
@Component
class VerdictMap {

  static final String AREA_COLOUR = "#c2185b";
  private static final double WIDTH_MM = 182;
  private static final double HEIGHT_MM = 118;
  /** How much of the frame the area fills at most. */
  private static final double FILLED = 0.72;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final List<Integer> SMALLER = List.of(50_000, 100_000, 200_000);
  private static final List<String> RESULTS = List.of("suitable", "ordinary", "unsuitable", "ground_pv_forbidden", "unknown");
  /** Of the hatching, one for each result, so that they can be told apart without colours. */
  private static final double[] ANGLES = {45, 0, 90, 135, 22.5};
  private static final String PROJECT = Sql.load("sheet/project.sql").text();

  private final Layers layers;
  private final Reading reading;
  private final JdbcClient db;

  VerdictMap(Layers layers, Reading reading, JdbcClient db) {
    this.layers = layers;
    this.reading = reading;
    this.db = db;
  }

  /** @param moment whose ground and roads are shown */
  MapSheet draw(JsonNode verdict, Moment moment, Words t) {
    Envelope box = envelope(verdict.path("geometry"));
    double wide = box.getWidth() * METRES_PER_DEGREE * Math.cos(Math.toRadians(box.centre().y));
    double high = box.getHeight() * METRES_PER_DEGREE;
    int scale = scale(wide, high);
    MapFrame frame = new MapFrame(WIDTH_MM, HEIGHT_MM, scale, box.centre().x, box.centre().y);
    List<PlotMap.Sheet> around = reading.at(moment, data -> layers.all().stream().filter(VerdictMap::isAround).sorted(Comparator.comparingInt(Layer::order))
        .map(layer -> new PlotMap.Sheet(layer, MapFeatures.read(data, layer, frame))).filter(sheet -> !sheet.features().isEmpty()).toList());
    return draw(verdict, frame, around, t, wide * 1000 / scale < WIDTH_MM && high * 1000 / scale < HEIGHT_MM);
  }

  private static boolean isAround(Layer layer) {
    return layer.group().equals("background") || layer.group().equals("network") || layer.id().equals("industrial_zone");
  }

  private MapSheet draw(JsonNode verdict, MapFrame frame, List<PlotMap.Sheet> around, Words t, boolean fits) {
    Drawing drawing = new Drawing(frame.widthMm(), frame.heightMm(), t.of("dossier.map.title"));
    PlotMap.Legend legend = new PlotMap.Legend();
    Geometry paper = frame.paper();
    drawing.fill(paper, "#fbfaf7", 1);
    PlotMap.ground(drawing, around, paper);
    zones(drawing, around, paper, legend, t);
    PlotMap.lines(drawing, around, paper, legend, t);
    List<MapSheet.Entry> entries = new ArrayList<>();
    Map<String, List<Geometry>> parts = parts(verdict, frame);
    Layer layer = layers.getLayer("energy_area", "layer");
    FieldText text = new FieldText(layer, t);
    for (int i = 0; i < RESULTS.size(); i++) {
      String result = RESULTS.get(i);
      if (parts.containsKey(result)) {
        Layer.Symbol symbol = hatched(Symbols.of(layer, result));
        for (Geometry part : parts.get(result)) {
          drawing.fill(Cut.of(part, paper), Symbols.fill(symbol), 0.45);
          Symbols.area(drawing, part, paper, symbol, ANGLES[i]);
        }
        entries.add(new MapSheet.Entry(Swatch.area(symbol, ANGLES[i]), text.code("eligibility", result).orElse(result)));
      }
    }
    Geometry outline = projected(List.of(verdict.path("geometry")), frame).get(0).getBoundary();
    drawing.stroke(Cut.of(outline, paper), "#ffffff", 1.5, null);
    drawing.stroke(Cut.of(outline, paper), AREA_COLOUR, 0.9, null);
    entries.add(0, new MapSheet.Entry(Swatch.plot(), t.of("dossier.map.area")));
    Furniture.draw(drawing, frame);
    entries.addAll(legend.entries.values());
    return new MapSheet(drawing.end(), frame.scale(), entries, PlotMap.attribution(around, t.language()), fits);
  }

  private static void zones(Drawing drawing, List<PlotMap.Sheet> around, Geometry paper, PlotMap.Legend legend, Words t) {
    around.stream().filter(sheet -> sheet.layer().id().equals("industrial_zone")).forEach(sheet -> {
      sheet.features().forEach(zone -> drawing.stroke(Cut.of(zone.shape().getBoundary(), paper),
          Symbols.stroke(Symbols.of(sheet.layer(), zone.type())), 0.5, "3 1.2"));
      legend.line(sheet.layer(), sheet.features().get(0).type(), t.of("plot.map.zone"));
    });
  }

  /** Shapes on paper, by result. */
  private Map<String, List<Geometry>> parts(JsonNode verdict, MapFrame frame) {
    List<JsonNode> drawn = verdict.path("parts").valueStream().filter(part -> part.path("geometry").isObject()).toList();
    List<Geometry> shapes = projected(drawn.stream().map(part -> part.path("geometry")).toList(), frame);
    Map<String, List<Geometry>> parts = new LinkedHashMap<>();
    for (int i = 0; i < drawn.size(); i++) {
      parts.computeIfAbsent(VerdictPage.code(drawn.get(i).path("result")), key -> new ArrayList<>()).add(shapes.get(i));
    }
    return parts;
  }

  /** A result without a pattern of its own is hatched too: paper may be printed without colours. */
  private static Layer.Symbol hatched(Layer.Symbol symbol) {
    return symbol.pattern() != null && !symbol.pattern().equals("none") ? symbol : new Layer.Symbol(symbol.fill(), symbol.stroke(), symbol.strokeWidth(),
        symbol.radius(), symbol.fillOpacity(), "hatch", symbol.dash(), symbol.shape(), symbol.label());
  }

  private static int scale(double wide, double high) {
    return Stream.concat(MapScale.ROUND.stream(), SMALLER.stream())
        .filter(scale -> wide * 1000 / scale <= WIDTH_MM * FILLED && high * 1000 / scale <= HEIGHT_MM * FILLED)
        .findFirst().orElse(SMALLER.get(SMALLER.size() - 1));
  }

  private List<Geometry> projected(List<JsonNode> lonLat, MapFrame frame) {
    return db.sql(PROJECT).param("plane", frame.plane()).param("shapes", lonLat.stream().map(JsonNode::toString).toArray(String[]::new))
        .query((row, n) -> frame.onPaper(read(row.getBytes("shape")))).list();
  }

  private static Geometry read(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Envelope envelope(JsonNode geometry) {
    Envelope box = new Envelope();
    positions(geometry.path("coordinates"), box);
    return box;
  }

  private static void positions(JsonNode node, Envelope box) {
    if (node.path(0).isNumber()) {
      box.expandToInclude(node.get(0).asDouble(), node.get(1).asDouble());
    } else {
      node.forEach(inner -> positions(inner, box));
    }
  }
}
