package org.comparto.demo.roads;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;

/**
 * A road as it is drawn, before it is joined with those it meets.
 *
 * @param code names it among the others
 * @param points longitude before latitude in degrees, two or more
 * @param tags as OpenStreetMap writes them, by key
 */
public record RoadLine(String code, List<Coordinate> points, Map<String, String> tags) {

  public RoadLine {
    if (points.size() < 2) {
      throw new IllegalArgumentException("road " + code + " has fewer than two points");
    }
    points = List.copyOf(points);
    // sorted, so that the same road is written the same way every time
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  public RoadLine along(List<Coordinate> other) {
    return new RoadLine(code, other, tags);
  }

  /** The same course with further tags, and a code of its own so that it stays a way of its own. */
  public RoadLine with(String suffix, List<Coordinate> stretch, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(tags);
    all.putAll(more);
    return new RoadLine(code + suffix, stretch, all);
  }

  boolean oneway() {
    return "yes".equals(tags.get("oneway"));
  }
}
