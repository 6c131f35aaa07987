package org.comparto.demo;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comparto.demo.roads.RoadLine;

/** The OpenStreetMap tags of the demonstration's roads. */
final class RoadTags {

  private static final Map<String, String> SPEEDS = Map.of("motorway", "130", "motorway_link", "60", "trunk", "90", "primary", "80",
      "secondary", "70", "tertiary", "60", "unclassified", "50", "residential", "30", "service", "20");

  private RoadTags() {}

  /** Whether no sign keeps a vehicle out: what is reached by this road is reached by trucks. */
  static boolean forEverybody(RoadLine road) {
    return Collections.disjoint(road.tags().keySet(), List.of("maxweight", "maxheight", "maxwidth")) && !"no".equals(road.tags().get("hgv"));
  }

  static Map<String, String> of(String highway, String name) {
    Map<String, String> tags = new TreeMap<>();
    tags.put("highway", highway);
    tags.put("name", name);
    tags.put("maxspeed", SPEEDS.get(highway));
    tags.put("source", DemonstrationRoads.ATTRIBUTION);
    return tags;
  }

  static Map<String, String> of(String highway, String name, String ref) {
    Map<String, String> tags = of(highway, name);
    tags.put("ref", ref);
    return tags;
  }
}
