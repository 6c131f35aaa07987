package org.comparto.theme;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.network.Journey;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.json.JsonMapper;

/** A theme route for a device (GPX 1.1) and for a GIS (RFC 7946). */
final class ThemeForms {

  private static final String NO_XML = "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private ThemeForms() {}

  static byte[] gpx(Theme theme, Optional<Journey> way, String language) {
    ThemeDocument document = theme.document();
    String title = clean(document.title().in(language));
    GPX.Builder gpx = GPX.builder("Comparto").metadata(Metadata.builder().name(title).desc(clean(document.teaser().in(language))).build());
    List<WayPoint> points = new ArrayList<>();
    for (ThemeDocument.Stop stop : document.stops()) {
      WayPoint.Builder point = WayPoint.builder().lat(stop.lat()).lon(stop.lon()).name(clean((points.size() + 1) + " " + stop.name().in(language)));
      if (stop.text() != null) {
        point.desc(clean(stop.text().in(language)));
      }
      points.add(point.build());
      gpx.addWayPoint(points.get(points.size() - 1));
    }
    gpx.addRoute(Route.builder().name(title).points(points).build());
    way.ifPresent(journey -> {
      Track.Builder track = Track.builder().name(title);
      journey.legs().forEach(leg -> track.addSegment(TrackSegment.of(leg.corners().stream().map(corner -> WayPoint.builder().lat(round(corner.y)).lon(round(corner.x)).build()).toList())));
      gpx.addTrack(track.build());
    });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      GPX.Writer.of(new GPX.Writer.Indent("  "), 6).write(gpx.build(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] geoJson(Theme theme, Optional<Journey> way, String language) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (ThemeDocument.Stop stop : theme.document().stops()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("kind", "stop");
      properties.put("number", features.size() + 1);
      properties.put("name", stop.name().in(language));
      properties.put("text", stop.text() == null ? null : stop.text().in(language));
      properties.put("host", stop.host());
      features.add(feature(Map.of("type", "Point", "coordinates", new double[] {stop.lon(), stop.lat()}), properties));
    }
    way.ifPresent(journey -> journey.legs().forEach(leg -> features.add(feature(Map.of("type", "LineString", "coordinates", line(leg)),
        Map.of("kind", "leg", "seconds", leg.seconds(), "metres", leg.metres())))));
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("name", theme.document().title().in(language));
    collection.put("demonstration", theme.demonstration());
    collection.put("features", features);
    return JsonMapper.shared().writeValueAsBytes(collection);
  }

  static List<double[]> line(Journey.Leg leg) {
    return leg.corners().stream().map(ThemeForms::position).toList();
  }

  private static Map<String, Object> feature(Map<String, Object> geometry, Map<String, Object> properties) {
    return Map.of("type", "Feature", "geometry", geometry, "properties", properties);
  }

  private static double[] position(Coordinate place) {
    return new double[] {round(place.x), round(place.y)};
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  private static String clean(String text) {
    return text.replaceAll(NO_XML, " ");
  }
}
