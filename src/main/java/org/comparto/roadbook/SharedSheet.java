package org.comparto.roadbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.roadbook.Programme.Day;
import org.comparto.roadbook.Programme.End;
import org.comparto.roadbook.Programme.Leg;
import org.comparto.roadbook.Programme.Stop;
import org.comparto.sheet.RouteMap;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** What the page of a shared tour is made of: one answer that it can keep and show without a network. */
final class SharedSheet {

  static final double OVERVIEW_MM = 200;
  static final double DETAIL_MM = 110;

  private SharedSheet() {}

  /** @param version of the tour */
  static Map<String, Object> of(Programme programme, int version, String token, Words t) {
    SheetWords say = new SheetWords(t);
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("version", version);
    sheet.put("answeredAt", Instant.now().toString());
    sheet.put("changedAt", programme.changedAt().toString());
    sheet.put("language", programme.language());
    sheet.put("name", programme.name());
    sheet.put("dates", programme.dates());
    sheet.put("state", programme.state());
    sheet.put("stateText", programme.isCancelled() ? t.of("roadbook.cancelled") : t.of("roadbook.state." + programme.state()));
    sheet.put("demonstration", programme.demonstration());
    sheet.put("note", programme.note());
    sheet.put("group", programme.travellers().group());
    sheet.put("vehicle", programme.travellers().vehicle());
    sheet.put("needs", programme.travellers().needs());
    sheet.put("contacts", programme.contacts());
    sheet.put("attribution", programme.roads());
    sheet.put("days", programme.days().stream().map(day -> day(day, say)).toList());
    sheet.put("maps", maps(programme, token));
    sheet.put("files", files(programme, token));
    return sheet;
  }

  /** The stops whose surroundings are drawn, each door once; their maps are numbered from 1 on. */
  static List<Stop> doors(Programme programme) {
    Map<Coordinate, Stop> doors = new LinkedHashMap<>();
    programme.stops().forEach(stop -> doors.putIfAbsent(stop.entrance(), stop));
    return List.copyOf(doors.values());
  }

  private static Map<String, Object> day(Day day, SheetWords say) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("title", day.title());
    one.put("start", end(day.start()));
    one.put("end", end(day.end()));
    one.put("stops", day.stops().stream().map(SharedSheet::stop).toList());
    one.put("legs", day.legs().stream().map(leg -> leg(leg, say)).toList());
    one.put("lunch", day.pause());
    List<Coordinate> places = new ArrayList<>(List.of(day.start().place()));
    day.stops().forEach(stop -> places.add(stop.stand()));
    places.add(day.end().place());
    one.put("google", MapLinks.along(places));
    return one;
  }

  private static Map<String, Object> end(End end) {
    return Map.of("name", end.name(), "time", end.time().toOffsetDateTime().toString(), "point", position(end.place()));
  }

  private static Map<String, Object> stop(Stop stop) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", stop.id());
    one.put("number", stop.number());
    one.put("name", stop.name());
    one.put("point", position(stop.entrance()));
    one.put("parking", position(stop.parking()));
    one.put("arrive", stop.arrive().toOffsetDateTime().toString());
    one.put("begin", stop.begin().toOffsetDateTime().toString());
    one.put("end", stop.end().toOffsetDateTime().toString());
    one.put("leave", stop.leave().toOffsetDateTime().toString());
    one.put("walkMinutes", stop.walkMinutes());
    one.put("walk", stop.walk().stream().map(SharedSheet::position).toList());
    one.put("address", stop.address());
    one.put("facts", stop.facts());
    one.put("contacts", stop.contacts());
    one.put("links", stop.links());
    return one;
  }

  private static Map<String, Object> leg(Leg leg, SheetWords say) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("seconds", leg.seconds());
    one.put("metres", leg.metres());
    one.put("line", leg.corners().stream().map(SharedSheet::position).toList());
    one.put("turns", leg.turns().stream().map(turn -> Map.of("text", turn.text(), "metres", turn.metres())).toList());
    one.put("detour", leg.detour() == null ? null : say.detour(leg));
    return one;
  }

  private static List<Map<String, Object>> maps(Programme programme, String token) {
    List<Map<String, Object>> maps = new ArrayList<>();
    maps.add(map(token, 0, RouteMap.ground(RoadbookMaps.area(programme.days()), OVERVIEW_MM, OVERVIEW_MM)));
    for (Stop stop : doors(programme)) {
      maps.add(map(token, maps.size(), RouteMap.ground(RoadbookMaps.around(stop), DETAIL_MM, DETAIL_MM)));
    }
    return maps;
  }

  private static Map<String, Object> map(String token, int number, Envelope ground) {
    return Map.of("href", "/api/tours/shared/" + token + "/maps/" + number + ".svg", "bounds",
        new double[] {ground.getMinX(), ground.getMinY(), ground.getMaxX(), ground.getMaxY()});
  }

  private static Map<String, String> files(Programme programme, String token) {
    Map<String, String> files = new LinkedHashMap<>();
    String base = "/api/tours/" + programme.number() + "/";
    String end = "?token=" + token + "&lang=" + programme.language();
    files.put("pdf", base + OutputForm.ROADBOOK.file() + end);
    files.put("ics", base + OutputForm.CALENDAR.file() + end);
    files.put("gpx", base + OutputForm.GPX.file() + end);
    files.put("kml", base + OutputForm.KML.file() + end);
    files.put("csv", base + OutputForm.CSV.file() + end);
    return files;
  }

  private static double @Nullable [] position(@Nullable Coordinate place) {
    return place == null ? null : new double[] {Math.round(place.x * 1e6) / 1e6, Math.round(place.y * 1e6) / 1e6};
  }
}
