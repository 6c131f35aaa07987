package org.comparto.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.comparto.database.Sql;
import org.comparto.facts.Reading;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.sheet.MapFeatures.OnPaper;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws ways and numbered places over ground, zones and roads as they are now, for whoever prints a journey or takes it along. */
@Component
public class RouteMap {

  /** A line over the ground. @param corners EPSG:4326 (lon, lat) @param dash lengths in millimetres; null for a full line */
  public record Line(List<Coordinate> corners, String colour, double widthMm, @Nullable String dash) {}

  /** A place. @param place EPSG:4326 (lon, lat) @param text a number or letter in the mark @param radiusMm of the mark */
  public record Mark(Coordinate place, String text, String colour, double radiusMm) {}

  /**
   * What is wanted.
   *
   * @param area EPSG:4326 (lon, lat) that must be seen whole
   * @param beneath ways that are part of the ground, for instance lanes that no layer has
   * @param forScreen in the plane of maps on screens, without scale bar, arrow and frame
   */
  public record Wanted(Envelope area, double widthMm, double heightMm, String title, List<Line> beneath, List<Line> lines, List<Mark> marks, boolean forScreen) {}

  /** A map, and for the screen the ground that its edges stand at, EPSG:4326. */
  public record Drawn(MapSheet sheet, Envelope ground) {}

  private static final String PROJECT = Sql.load("sheet/project.sql").text();
  private static final List<Integer> SCALES = List.of(2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000);
  private static final double METRES_PER_DEGREE = 111_195;
  /** How much of the frame the area may fill. */
  private static final double FILLED = 0.86;
  private static final double NAME_MM = 2.6;

  private final Layers layers;
  private final Reading reading;
  private final JdbcClient db;

  RouteMap(Layers layers, Reading reading, JdbcClient db) {
    this.layers = layers;
    this.reading = reading;
    this.db = db;
  }

  public Drawn draw(Wanted wanted, Words t) {
    MapFrame frame = frame(wanted);
    List<PlotMap.Sheet> around = reading.at(null, data -> layers.all().stream().filter(RouteMap::isAround).sorted(Comparator.comparingInt(Layer::order))
        .map(layer -> new PlotMap.Sheet(layer, MapFeatures.read(data, layer, frame))).filter(sheet -> !sheet.features().isEmpty()).toList());
    Drawing drawing = new Drawing(frame.widthMm(), frame.heightMm(), wanted.title());
    PlotMap.Legend legend = new PlotMap.Legend();
    Geometry paper = frame.paper();
    drawing.fill(paper, "#fbfaf7", 1);
    PlotMap.ground(drawing, around, paper);
    zones(drawing, around, paper, legend, t);
    List<Line> all = new ArrayList<>(wanted.beneath());
    all.addAll(wanted.lines());
    List<Geometry> shapes = projected(all, frame);
    for (int i = 0; i < wanted.beneath().size(); i++) {
      drawing.stroke(Cut.of(shapes.get(i), paper), all.get(i).colour(), all.get(i).widthMm(), all.get(i).dash());
    }
    PlotMap.lines(drawing, around, paper, legend, t);
    names(drawing, around, paper);
    for (int i = wanted.beneath().size(); i < all.size(); i++) {
      Geometry visible = Cut.of(shapes.get(i), paper);
      if (all.get(i).dash() == null) {
        drawing.stroke(visible, "#ffffff", all.get(i).widthMm() + 0.9, null);
      }
      drawing.stroke(visible, all.get(i).colour(), all.get(i).widthMm(), all.get(i).dash());
    }
    marks(drawing, wanted.marks(), frame);
    if (!wanted.forScreen()) {
      Furniture.draw(drawing, frame);
    }
    return new Drawn(new MapSheet(drawing.end(), frame.scale(), List.copyOf(legend.entries.values()), PlotMap.attribution(around, t.language()), true),
        frame.ground());
  }

  private static boolean isAround(Layer layer) {
    return layer.group().equals("background") || layer.group().equals("network") || layer.id().equals("industrial_zone");
  }

  /** The ground of a map for the screen, before it is drawn: EPSG:4326. */
  public static Envelope ground(Envelope area, double widthMm, double heightMm) {
    return frame(new Wanted(area, widthMm, heightMm, "", List.of(), List.of(), List.of(), true)).ground();
  }

  private static MapFrame frame(Wanted wanted) {
    Coordinate middle = wanted.area().centre();
    double wide = wanted.area().getWidth() * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.y)) * 1000;
    double high = wanted.area().getHeight() * METRES_PER_DEGREE * 1000;
    double needed = Math.max(wide / wanted.widthMm(), high / wanted.heightMm()) / FILLED;
    int scale = wanted.forScreen() ? Math.max(1000, (int) Math.ceil(needed))
        : SCALES.stream().filter(round -> round >= needed).findFirst().orElse(SCALES.get(SCALES.size() - 1));
    return new MapFrame(wanted.widthMm(), wanted.heightMm(), scale, middle.x, middle.y, wanted.forScreen());
  }

  private static void zones(Drawing drawing, List<PlotMap.Sheet> around, Geometry paper, PlotMap.Legend legend, Words t) {
    around.stream().filter(sheet -> sheet.layer().id().equals("industrial_zone")).forEach(sheet -> {
      for (OnPaper zone : sheet.features()) {
        drawing.fill(Cut.of(zone.shape(), paper), Symbols.fill(Symbols.of(sheet.layer(), zone.type())), PlotMap.TINT / 2);
        drawing.stroke(Cut.of(zone.shape().getBoundary(), paper), Symbols.stroke(Symbols.of(sheet.layer(), zone.type())), 0.3, "3 1.2");
      }
      legend.line(sheet.layer(), sheet.features().get(0).type(), t.of("plot.map.zone"));
    });
  }

  /** Names of places, as long as they do not cover each other. */
  private static void names(Drawing drawing, List<PlotMap.Sheet> around, Geometry paper) {
    List<Envelope> written = new ArrayList<>();
    around.stream().filter(sheet -> sheet.layer().group().equals("background")).flatMap(sheet -> sheet.features().stream()).forEach(feature -> {
      if (feature.shape() instanceof Point point && !point.isEmpty() && feature.label() != null && paper.contains(point)) {
        double width = Lettering.width(feature.label()) * NAME_MM;
        Envelope box = new Envelope(point.getX() - width / 2 - 1, point.getX() + width / 2 + 1, point.getY() - NAME_MM - 0.5, point.getY() + 1);
        if (paper.getEnvelopeInternal().contains(box) && written.stream().noneMatch(box::intersects)) {
          written.add(box);
          drawing.shapeWithRim(Lettering.path(feature.label(), point.getX() - width / 2, point.getY(), NAME_MM), "#475569", "#ffffff", 0.7);
        }
      }
    });
  }

  /** The first above the last, so that where they meet one sees where it begins. */
  private void marks(Drawing drawing, List<Mark> marks, MapFrame frame) {
    List<Geometry> places = projected(marks.stream().map(mark -> new Line(List.of(mark.place(), mark.place()), mark.colour(), 0, null)).toList(), frame);
    IntStream.iterate(marks.size() - 1, i -> i >= 0, i -> i - 1).forEach(i -> {
      Mark mark = marks.get(i);
      Coordinate at = places.get(i).getCoordinate();
      if (at != null && frame.paper().getEnvelopeInternal().contains(at)) {
        Geometry disc = new GeometryFactory().createPoint(at).buffer(mark.radiusMm(), 12);
        drawing.fill(disc, mark.colour(), 1);
        drawing.stroke(disc.getBoundary(), "#ffffff", 0.5, null);
        double size = mark.radiusMm() * (mark.text().length() > 1 ? 1.05 : 1.3);
        drawing.shape(Lettering.path(mark.text(), at.x - Lettering.width(mark.text()) * size / 2, at.y + size * 0.36, size), "#ffffff");
      }
    });
  }

  private List<Geometry> projected(List<Line> lines, MapFrame frame) {
    GeoJsonWriter writer = new GeoJsonWriter();
    writer.setEncodeCRS(false);
    String[] shapes = lines.stream().map(line -> writer.write(new GeometryFactory().createLineString(line.corners().toArray(Coordinate[]::new)))).toArray(String[]::new);
    return shapes.length == 0 ? List.of()
        : db.sql(PROJECT).param("plane", frame.plane()).param("shapes", shapes).query((row, n) -> frame.onPaper(read(row.getBytes("shape")))).list();
  }

  private static Geometry read(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
