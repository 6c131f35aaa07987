package org.comparto.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/** An OpenStreetMap file read again by itself, for tests: who may drive where, and how far a place lies from that. */
final class OsmGraph {

  record Way(long id, List<Long> nodes, Map<String, String> tags) {

    boolean oneway() {
      return "yes".equals(tags.get("oneway"));
    }

    /** A truck of 44 t, 4 m high and 2.55 m wide. */
    boolean forTrucks() {
      return limit("maxweight") >= 44 && limit("maxheight") >= 4 && limit("maxwidth") >= 2.55 && !"no".equals(tags.get("hgv"));
    }

    private double limit(String key) {
      return Double.parseDouble(tags.getOrDefault(key, "1000"));
    }
  }

  record Relation(Map<String, Long> members, Map<String, String> tags) {}

  final Map<String, String> head = new HashMap<>();
  final Map<Long, Coordinate> nodes = new HashMap<>();
  final Map<Long, Map<String, String>> nodeTags = new HashMap<>();
  final Map<Long, Way> ways = new HashMap<>();
  final List<Relation> relations = new ArrayList<>();

  static OsmGraph read(Path file) throws IOException, XMLStreamException {
    OsmGraph graph = new OsmGraph();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      graph.read(XMLInputFactory.newFactory().createXMLStreamReader(in));
    }
    return graph;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    Map<String, String> tags = new HashMap<>();
    List<Long> refs = new ArrayList<>();
    Map<String, Long> members = new HashMap<>();
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "osm" -> List.of("attribution", "timestamp").forEach(key -> head.put(key, xml.getAttributeValue(null, key)));
        case "node" -> {
          nodes.put(number(xml, "id"), new Coordinate(decimal(xml, "lon"), decimal(xml, "lat")));
          tags = new HashMap<>();
          nodeTags.put(number(xml, "id"), tags);
        }
        case "way" -> {
          tags = new HashMap<>();
          refs = new ArrayList<>();
          ways.put(number(xml, "id"), new Way(number(xml, "id"), refs, tags));
        }
        case "relation" -> {
          tags = new HashMap<>();
          members = new HashMap<>();
          relations.add(new Relation(members, tags));
        }
        case "nd" -> refs.add(number(xml, "ref"));
        case "member" -> members.put(xml.getAttributeValue(null, "role"), number(xml, "ref"));
        default -> tags.put(xml.getAttributeValue(null, "k"), xml.getAttributeValue(null, "v"));
      }
    }
  }

  private static long number(XMLStreamReader xml, String attribute) {
    return Long.parseLong(xml.getAttributeValue(null, attribute));
  }

  private static double decimal(XMLStreamReader xml, String attribute) {
    return Double.parseDouble(xml.getAttributeValue(null, attribute));
  }

  /** The nodes that belong to more than one way, or twice to the same. */
  Set<Long> junctions() {
    Set<Long> seen = new HashSet<>();
    Set<Long> junctions = new HashSet<>();
    ways.values().forEach(way -> way.nodes.stream().filter(node -> !seen.add(node)).forEach(junctions::add));
    return junctions;
  }

  /** The nodes that one can drive to from a node and back again. */
  Set<Long> around(long start, Predicate<Way> drivable) {
    Set<Long> there = reached(start, drivable, false);
    there.retainAll(reached(start, drivable, true));
    return there;
  }

  private Set<Long> reached(long start, Predicate<Way> drivable, boolean backwards) {
    Map<Long, List<Long>> next = new HashMap<>();
    for (Way way : ways.values()) {
      for (int i = 1; i < way.nodes.size() && drivable.test(way); i++) {
        long a = way.nodes.get(i - 1);
        long b = way.nodes.get(i);
        if (!way.oneway() || !backwards) {
          next.computeIfAbsent(a, key -> new ArrayList<>()).add(b);
        }
        if (!way.oneway() || backwards) {
          next.computeIfAbsent(b, key -> new ArrayList<>()).add(a);
        }
      }
    }
    Set<Long> reached = new HashSet<>(Set.of(start));
    Deque<Long> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (long node : next.getOrDefault(open.pop(), List.of())) {
        if (reached.add(node)) {
          open.push(node);
        }
      }
    }
    return reached;
  }

  /** Segments of ways between two nodes, to measure from. */
  STRtree segments(Predicate<Way> kind, Set<Long> among) {
    STRtree tree = new STRtree();
    for (Way way : ways.values()) {
      for (int i = 1; i < way.nodes.size() && kind.test(way); i++) {
        if (among.contains(way.nodes.get(i - 1)) && among.contains(way.nodes.get(i))) {
          LineSegment segment = new LineSegment(nodes.get(way.nodes.get(i - 1)), nodes.get(way.nodes.get(i)));
          tree.insert(new Envelope(segment.p0, segment.p1), segment);
        }
      }
    }
    return tree;
  }

  /** Metres from a place to the nearest of some segments, {@code POSITIVE_INFINITY} beyond a kilometre or two. */
  static double metres(Geometry place, STRtree segments) {
    LocalFrame frame = LocalFrame.around(place);
    Geometry metres = frame.toMetres(place);
    Envelope near = place.getEnvelopeInternal().copy();
    near.expandBy(0.02);
    double least = Double.POSITIVE_INFINITY;
    for (Object found : segments.query(near)) {
      LineSegment degrees = (LineSegment) found;
      least = Math.min(least, metres.distance(
          new LineSegment(frame.toMetres(degrees.p0), frame.toMetres(degrees.p1)).toGeometry(LocalFrame.METRES)));
    }
    return least;
  }
}
