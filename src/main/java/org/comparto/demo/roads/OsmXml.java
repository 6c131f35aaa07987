package org.comparto.demo.roads;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Coordinate;

/** Writes a network as OpenStreetMap XML 0.6: nodes, ways, restriction relations. Two runs give the same bytes. */
public final class OsmXml {

  /** One way: pieces of one road that follow each other. */
  private record Way(List<Piece> pieces, List<Coordinate> points) {}

  private final RoadNetwork network;
  private final Map<Coordinate, Integer> nodes = new LinkedHashMap<>();
  private final List<Way> ways = new ArrayList<>();
  private final Map<Piece, Integer> wayOf = new HashMap<>();

  private OsmXml(RoadNetwork network) {
    this.network = network;
    Set<Coordinate> ends = new HashSet<>();
    network.turns().forEach(turn -> ends.add(turn.via()));
    Way last = null;
    for (Piece piece : network.pieces()) {
      if (last != null && follows(last, piece) && !ends.contains(piece.start())) {
        last.points.addAll(piece.points().subList(1, piece.points().size()));
        last.pieces.add(piece);
      } else {
        last = new Way(new ArrayList<>(List.of(piece)), new ArrayList<>(piece.points()));
        ways.add(last);
      }
      wayOf.put(piece, ways.size());
      piece.points().forEach(point -> nodes.putIfAbsent(point, nodes.size() + 1));
    }
  }

  /**
   * @param file ends with .gz to be compressed
   * @param date of the data, as the file states it
   * @param attribution stated in the file's head and in each way's source
   */
  public static void write(RoadNetwork network, Path file, String date, String attribution) throws IOException {
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain;
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
      new OsmXml(network).write(writer, date, attribution);
    }
  }

  private static boolean follows(Way way, Piece piece) {
    Piece before = way.pieces.get(way.pieces.size() - 1);
    return before.road() == piece.road() && before.oneway() == piece.oneway() && before.end().equals2D(piece.start());
  }

  private void write(BufferedWriter out, String date, String attribution) throws IOException {
    out.write("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\" generator=\"Comparto\" timestamp=\"" + date
        + "T00:00:00Z\" copyright=\"Comparto contributors\" attribution=\"" + escaped(attribution)
        + "\" license=\"https://creativecommons.org/licenses/by/4.0/\">\n");
    for (Map.Entry<Coordinate, Integer> node : nodes.entrySet()) {
      Coordinate at = node.getKey();
      out.write(String.format(Locale.ROOT, "<node id=\"%d\" version=\"1\" lat=\"%.7f\" lon=\"%.7f\"", node.getValue(), at.y, at.x));
      Map<String, String> tags = network.tagged().get(at);
      out.write(tags == null ? "/>\n" : ">");
      if (tags != null) {
        tags(out, new TreeMap<>(tags));
        out.write("</node>\n");
      }
    }
    for (int i = 0; i < ways.size(); i++) {
      writeWay(out, i + 1, ways.get(i));
    }
    for (int i = 0; i < network.turns().size(); i++) {
      writeTurn(out, i + 1, network.turns().get(i));
    }
    out.write("</osm>\n");
  }

  private void writeWay(BufferedWriter out, int id, Way way) throws IOException {
    out.write("<way id=\"" + id + "\" version=\"1\">");
    for (Coordinate point : way.points) {
      out.write("<nd ref=\"" + nodes.get(point) + "\"/>");
    }
    Map<String, String> tags = new TreeMap<>(way.pieces.get(0).road().tags());
    if (!way.pieces.get(0).oneway()) {
      tags.remove("oneway");
    }
    tags.put("note", "demonstration");
    tags(out, tags);
    out.write("</way>\n");
  }

  private void writeTurn(BufferedWriter out, int id, Turn turn) throws IOException {
    out.write("<relation id=\"" + id + "\" version=\"1\"><member type=\"way\" ref=\"" + wayOf.get(turn.from()) + "\" role=\"from\"/>"
        + "<member type=\"node\" ref=\"" + nodes.get(turn.via()) + "\" role=\"via\"/>"
        + "<member type=\"way\" ref=\"" + wayOf.get(turn.to()) + "\" role=\"to\"/>");
    Map<String, String> tags = new TreeMap<>();
    tags.put("type", "restriction");
    tags.put("restriction", turn.kind());
    tags.put("note", "demonstration");
    tags(out, tags);
    out.write("</relation>\n");
  }

  private static void tags(BufferedWriter out, Map<String, String> tags) throws IOException {
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      out.write("<tag k=\"" + escaped(tag.getKey()) + "\" v=\"" + escaped(tag.getValue()) + "\"/>");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
