package org.comparto.roadbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** Addresses at which the map programs of others show a place or the way along places; nothing is sent there unless somebody follows one. */
final class MapLinks {

  /** What Google's address for directions takes between start and end. */
  private static final int MOST_BETWEEN = 9;

  private MapLinks() {}

  /** By the name of the program. */
  static Map<String, String> to(Coordinate place) {
    String at = latLon(place);
    Map<String, String> links = new LinkedHashMap<>();
    links.put("Google Maps", "https://www.google.com/maps/dir/?api=1&destination=" + at.replace(",", "%2C") + "&travelmode=driving");
    links.put("Apple Maps", "https://maps.apple.com/?daddr=" + at + "&dirflg=d");
    links.put("OpenStreetMap", String.format(Locale.ROOT, "https://www.openstreetmap.org/?mlat=%.6f&mlon=%.6f#map=16/%.6f/%.6f", place.y, place.x, place.y, place.x));
    return links;
  }

  /** A day's way for Google, whose own roads know no coach: at most nine stops between start and end, what is more is left out. */
  static String along(List<Coordinate> places) {
    List<Coordinate> between = places.subList(1, places.size() - 1);
    String via = between.stream().limit(MOST_BETWEEN).map(MapLinks::latLon).collect(Collectors.joining("%7C"));
    return "https://www.google.com/maps/dir/?api=1&origin=" + latLon(places.get(0)) + "&destination=" + latLon(places.get(places.size() - 1))
        + (via.isEmpty() ? "" : "&waypoints=" + via) + "&travelmode=driving";
  }

  private static String latLon(Coordinate place) {
    return String.format(Locale.ROOT, "%.6f,%.6f", place.y, place.x);
  }
}
