package org.comparto.bottleneck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comparto.bottleneck.RoadBottleneck.Direction;
import org.comparto.network.Effects;
import org.comparto.network.RoadGraph;
import org.comparto.network.Stretch;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a bottleneck acts on roads, and how, as it is answered. */
final class RoadView {

  /**
   * @param version of what an editor has said of it, for If-Match
   * @param acts whether it stands in the way of anybody now
   * @param place GeoJSON of where it acts; null if on no road
   * @param roads the stretches of road it lies on, as a GeoJSON FeatureCollection; of a missing link, the link
   * @param warnings codes of what is amiss: no-road-data, no-road-near, hours-not-read, link-not-joined
   */
  record Answer(long id, String title, @Nullable String type, @Nullable String status, int version, boolean acts, boolean corrected, Direction direction,
      List<Long> ways, @Nullable JsonNode place, Acting effects, @Nullable Graph graph, Roads roads, List<String> warnings) {}

  /**
   * What it does: metres, tonnes, seconds; null where nothing is known.
   *
   * @param delayFormula how the delay was computed; null if it was given
   */
  record Acting(@Nullable Double maxHeight, @Nullable Double maxWidth, @Nullable Double maxLength, @Nullable Double maxMass,
      @Nullable Double maxAxleLoad, int delaySeconds, @Nullable String delayFormula, double speedFactor, @Nullable String hours, boolean hoursRead) {}

  /** The graph that an answer is of. */
  record Graph(String version, String date, String source, boolean demonstration) {

    static Graph of(RoadGraph graph) {
      return new Graph(graph.version(), graph.date().toString(), graph.about().source(), graph.about().demonstration());
    }
  }

  /** A GeoJSON FeatureCollection. */
  record Roads(String type, List<Road> features) {}

  /** A GeoJSON Feature; directions of the edge's line. */
  record Road(String type, JsonNode geometry, Map<String, @Nullable Object> properties) {}

  private RoadView() {}

  static Answer of(RoadBottleneck one, Optional<RoadGraph> graph, BottleneckRoads roads) {
    List<Road> found = graph.map(now -> one.isMissingLink() ? link(now, one) : roads(now, roads.stretches(now, one.id()))).orElse(List.of());
    List<String> warnings = new ArrayList<>();
    if (graph.isEmpty()) {
      warnings.add("no-road-data");
    } else if (one.isRoad() && found.isEmpty() && one.place() != null) {
      warnings.add(one.isMissingLink() ? "link-not-joined" : "no-road-near");
    }
    if (one.hasUnreadHours()) {
      warnings.add("hours-not-read");
    }
    return new Answer(one.id(), one.title(), one.type(), one.status(), one.roadVersion(), one.isActing(), one.isCorrected(), one.direction(),
        one.ways().stream().sorted().toList(), one.place() == null ? null : json(one.place()), acting(one), graph.map(Graph::of).orElse(null),
        new Roads("FeatureCollection", found), warnings);
  }

  private static Acting acting(RoadBottleneck one) {
    Effects effects = one.effects();
    return new Acting(effects.limits().height(), effects.limits().width(), effects.limits().length(), effects.limits().mass(),
        effects.limits().axleLoad(), effects.delaySeconds(), one.delayByFormula() ? CrossingDelay.FORMULA : null, effects.speedFactor(),
        effects.hours(), effects.hours() != null && !one.hasUnreadHours());
  }

  private static List<Road> link(RoadGraph graph, RoadBottleneck one) {
    int[] arcs = graph.linkArcs(one.id());
    return arcs.length == 0 ? List.of() : List.of(road(graph, arcs[0] >> 1, 0, 1, true, true));
  }

  /** What lies on one edge in both directions is one feature. */
  private static List<Road> roads(RoadGraph graph, List<Stretch> stretches) {
    record Part(int edge, double from, double to) {}
    Map<Part, boolean[]> parts = new LinkedHashMap<>();
    for (Stretch stretch : stretches) {
      boolean isBack = (stretch.arc() & 1) == 1;
      Part part = new Part(stretch.arc() >> 1, rounded(isBack ? 1 - stretch.to() : stretch.from()), rounded(isBack ? 1 - stretch.from() : stretch.to()));
      parts.computeIfAbsent(part, key -> new boolean[2])[isBack ? 1 : 0] = true;
    }
    return parts.entrySet().stream().map(entry -> road(graph, entry.getKey().edge(), entry.getKey().from(), entry.getKey().to(),
        entry.getValue()[0], entry.getValue()[1])).toList();
  }

  private static double rounded(double fraction) {
    return Math.round(fraction * 1e9) / 1e9;
  }

  private static Road road(RoadGraph graph, int edge, double from, double to, boolean ahead, boolean back) {
    Geometry shape = graph.shape(edge, from, to);
    if (from == to) {
      Coordinate at = shape.getCoordinate();
      shape = shape.getFactory().createPoint(at);
    }
    Map<String, @Nullable Object> properties = new TreeMap<>();
    properties.put("street", graph.name(edge).isEmpty() ? null : graph.name(edge));
    properties.put("osm_way", graph.osmWay(edge) == 0 ? null : graph.osmWay(edge));
    properties.put("direction", ahead && back ? "both" : ahead ? "forward" : "backward");
    properties.put("metres", Math.round((to - from) * graph.network().metres(2 * edge) * 10) / 10.0);
    return new Road("Feature", json(shape), properties);
  }

  /** Longitude and latitude, as RFC 7946 wants them. */
  static JsonNode json(Geometry geometry) {
    GeoJsonWriter writer = new GeoJsonWriter(7);
    writer.setEncodeCRS(false);
    return JsonMapper.shared().readTree(writer.write(geometry));
  }
}
