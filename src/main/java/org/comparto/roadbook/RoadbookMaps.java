package org.comparto.roadbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comparto.network.Nearby;
import org.comparto.network.RoadGraph;
import org.comparto.network.Roads;
import org.comparto.roadbook.Programme.Day;
import org.comparto.roadbook.Programme.Stop;
import org.comparto.sheet.RouteMap;
import org.comparto.text.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;

/** The maps of a programme: all of it or a day with its numbered stops and its road, and the surroundings of one stop. */
@Component
class RoadbookMaps {

  static final String ROAD = "#c2185b";
  private static final String LANE = "#b6bdc6";
  private static final String STOP = "#0b3d91";
  private static final String END = "#17324d";
  private static final String PARKING = "#0a7d4f";
  private static final double METRES_PER_DEGREE = 111_195;
  /** What is seen around a stop, metres to each side. */
  private static final double AROUND = 260;
  /** So small an area would fill a map with nothing. */
  private static final double LEAST = 600;

  private final RouteMap map;
  private final Roads roads;

  RoadbookMaps(RouteMap map, Roads roads) {
    this.map = map;
    this.roads = roads;
  }

  RouteMap.Drawn overview(List<Day> days, double widthMm, double heightMm, boolean forScreen, Words t) {
    List<RouteMap.Line> lines = days.stream().flatMap(day -> day.legs().stream()).filter(leg -> leg.corners().size() > 1)
        .map(leg -> new RouteMap.Line(leg.corners(), ROAD, 1, null)).toList();
    List<RouteMap.Mark> marks = new ArrayList<>();
    days.forEach(day -> day.stops().forEach(stop -> marks.add(new RouteMap.Mark(stop.entrance(), String.valueOf(stop.number()), STOP, 2.6))));
    days.forEach(day -> {
      marks.add(new RouteMap.Mark(day.start().place(), "S", END, 2.2));
      if (!day.end().place().equals2D(day.start().place())) {
        marks.add(new RouteMap.Mark(day.end().place(), "E", END, 2.2));
      }
    });
    Envelope area = area(days);
    return map.draw(new RouteMap.Wanted(area, widthMm, heightMm, t.of("roadbook.map.title"), List.of(), forScreen ? List.of() : lines, forScreen ? List.of() : marks, forScreen), t);
  }

  /** The entrance, the parking and the walk between them, with every lane that the road data know. */
  RouteMap.Drawn detail(Stop stop, List<Day> days, double widthMm, double heightMm, boolean forScreen, Words t) {
    Envelope area = around(stop);
    List<RouteMap.Line> lines = new ArrayList<>();
    if (!forScreen) {
      days.stream().flatMap(day -> day.legs().stream()).filter(leg -> leg.corners().size() > 1 && area.intersects(envelope(leg.corners())))
          .forEach(leg -> lines.add(new RouteMap.Line(leg.corners(), ROAD, 0.9, null)));
      if (stop.walk().size() > 1) {
        lines.add(new RouteMap.Line(stop.walk(), PARKING, 0.7, "1.2 0.9"));
      }
    }
    List<RouteMap.Mark> marks = new ArrayList<>();
    if (!forScreen) {
      marks.add(new RouteMap.Mark(stop.entrance(), String.valueOf(stop.number()), STOP, 2.4));
      if (stop.parking() != null) {
        marks.add(new RouteMap.Mark(stop.parking(), "P", PARKING, 2));
      }
    }
    String title = t.of("roadbook.map.stop", Map.of("name", String.format(Locale.ROOT, "%d %s", stop.number(), stop.name())));
    return map.draw(new RouteMap.Wanted(area, widthMm, heightMm, title, lanes(area), lines, marks, forScreen), t);
  }

  static Envelope area(List<Day> days) {
    return widened(Programme.area(days), LEAST);
  }

  static Envelope around(Stop stop) {
    Envelope area = new Envelope(stop.entrance());
    area.expandToInclude(stop.stand());
    stop.walk().forEach(area::expandToInclude);
    return widened(area, 2 * AROUND);
  }

  private List<RouteMap.Line> lanes(Envelope area) {
    RoadGraph graph = roads.current().orElse(null);
    if (graph == null) {
      return List.of();
    }
    double radius = Math.hypot(area.getHeight() * METRES_PER_DEGREE, area.getWidth() * METRES_PER_DEGREE * Math.cos(Math.toRadians(area.centre().y)));
    return graph.near(new GeometryFactory().createPoint(area.centre()), radius).stream().map(Nearby::edge).distinct()
        .map(edge -> new RouteMap.Line(List.of(graph.shape(edge).getCoordinates()), LANE, 0.9, null)).toList();
  }

  private static Envelope envelope(List<Coordinate> corners) {
    Envelope envelope = new Envelope();
    corners.forEach(envelope::expandToInclude);
    return envelope;
  }

  /** @param metres that it measures at least each way */
  private static Envelope widened(Envelope area, double metres) {
    Envelope wide = new Envelope(area);
    double lat = metres / METRES_PER_DEGREE;
    double lon = lat / Math.cos(Math.toRadians(area.centre().y));
    wide.expandBy(Math.max(0, (lon - area.getWidth()) / 2), Math.max(0, (lat - area.getHeight()) / 2));
    return wide;
  }
}
