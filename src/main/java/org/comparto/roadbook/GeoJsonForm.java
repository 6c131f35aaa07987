package org.comparto.roadbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.roadbook.Programme.Day;
import org.comparto.roadbook.Programme.Leg;
import org.comparto.roadbook.Programme.Stop;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.json.JsonMapper;

/** A programme for a GIS (RFC 7946): a point for each stop, a line for each leg whose road is known. */
final class GeoJsonForm {

  private GeoJsonForm() {}

  static byte[] write(Programme programme) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (Day day : programme.days()) {
      day.stops().forEach(stop -> features.add(stop(stop, day)));
      day.legs().stream().filter(leg -> leg.corners().size() > 1).forEach(leg -> features.add(leg(leg, day)));
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("name", programme.name());
    collection.put("demonstration", programme.demonstration());
    collection.put("features", features);
    return JsonMapper.shared().writeValueAsBytes(collection);
  }

  private static Map<String, Object> stop(Stop stop, Day day) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("kind", "stop");
    properties.put("day", day.title());
    properties.put("number", stop.number());
    properties.put("name", stop.name());
    properties.put("host", stop.host());
    properties.put("address", stop.address());
    properties.put("arrive", stop.arrive().toOffsetDateTime().toString());
    properties.put("start", stop.begin().toOffsetDateTime().toString());
    properties.put("end", stop.end().toOffsetDateTime().toString());
    properties.put("leave", stop.leave().toOffsetDateTime().toString());
    return feature(Map.of("type", "Point", "coordinates", position(stop.entrance())), properties);
  }

  private static Map<String, Object> leg(Leg leg, Day day) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("kind", "leg");
    properties.put("day", day.title());
    properties.put("from", leg.from());
    properties.put("to", leg.to());
    properties.put("seconds", leg.seconds());
    properties.put("metres", leg.metres());
    return feature(Map.of("type", "LineString", "coordinates", leg.corners().stream().map(GeoJsonForm::position).toList()), properties);
  }

  private static Map<String, Object> feature(Map<String, Object> geometry, Map<String, Object> properties) {
    return Map.of("type", "Feature", "geometry", geometry, "properties", properties);
  }

  private static double[] position(Coordinate place) {
    return new double[] {Math.round(place.x * 1e6) / 1e6, Math.round(place.y * 1e6) / 1e6};
  }
}
