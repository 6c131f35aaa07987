package org.comparto.roadbook;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Metadata;
import io.jenetics.jpx.Route;
import io.jenetics.jpx.Track;
import io.jenetics.jpx.TrackSegment;
import io.jenetics.jpx.WayPoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comparto.roadbook.Programme.Day;
import org.comparto.roadbook.Programme.End;
import org.comparto.roadbook.Programme.Stop;
import org.locationtech.jts.geom.Coordinate;

/** A programme as GPX 1.1: a waypoint for each stop, for each day a route of its stops and a track of its road, one segment a leg. */
final class GpxForm {

  private GpxForm() {}

  static byte[] write(Programme programme) {
    GPX.Builder gpx = GPX.builder("Comparto").metadata(metadata(programme));
    programme.stops().forEach(stop -> gpx.addWayPoint(point(stop)));
    int number = 1;
    for (Day day : programme.days()) {
      gpx.addRoute(route(day, number));
      if (day.legs().stream().anyMatch(leg -> leg.corners().size() > 1)) {
        gpx.addTrack(track(day, number));
      }
      number++;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      GPX.Writer.of(new GPX.Writer.Indent("  "), 6).write(gpx.build(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Metadata metadata(Programme programme) {
    Metadata.Builder metadata = Metadata.builder().name(clean(programme.name())).time(programme.changedAt());
    String about = Stream.of(programme.note(), programme.roads()).filter(text -> text != null && !text.isBlank()).reduce((a, b) -> a + " – " + b).orElse("");
    if (!about.isEmpty()) {
      metadata.desc(clean(about));
    }
    if (programme.link() != null) {
      metadata.addLink(programme.link());
    }
    return metadata.build();
  }

  private static WayPoint point(Stop stop) {
    return at(stop.entrance()).name(clean(stop.number() + " " + stop.name())).time(stop.begin().toInstant())
        .desc(clean(Clock.time(stop.begin()) + "–" + Clock.time(stop.end()) + (stop.address() == null ? "" : ", " + stop.address()))).sym("Flag, Blue").type("stop").build();
  }

  private static Route route(Day day, int number) {
    List<WayPoint> points = new ArrayList<>();
    points.add(end(day.start()));
    day.stops().forEach(stop -> points.add(at(stop.stand()).name(clean(stop.number() + " " + stop.name())).time(stop.arrive().toInstant()).build()));
    points.add(end(day.end()));
    return Route.builder().name(clean(day.title())).number(number).points(points).build();
  }

  private static Track track(Day day, int number) {
    Track.Builder track = Track.builder().name(clean(day.title())).number(number);
    day.legs().stream().filter(leg -> leg.corners().size() > 1)
        .forEach(leg -> track.addSegment(TrackSegment.of(leg.corners().stream().map(corner -> at(corner).build()).toList())));
    return track.build();
  }

  private static WayPoint end(End end) {
    return at(end.place()).name(clean(end.name())).time(end.time().toInstant()).build();
  }

  private static WayPoint.Builder at(Coordinate place) {
    return WayPoint.builder().lat(round(place.y)).lon(round(place.x));
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  /** XML 1.0 has no place for most control characters. */
  private static String clean(String text) {
    return text.replaceAll(RoadbookPages.NO_XML, " ");
  }
}
