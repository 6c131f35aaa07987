package org.comparto.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.comparto.feature.GeoJsonCheck;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * GeoJSON looked through before GDAL reads it: GDAL leaves out what is no feature and drops coordinates that are no
 * numbers, both without telling which. Where there are such rows, a copy with an empty row in their place is what GDAL gets.
 */
final class GeoJsonSource {

  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).build();

  private final Path file;
  private final boolean lines;
  private final Limits limits;
  private final GeoJsonCheck check = new GeoJsonCheck();
  private final List<RowProblem> problems = new ArrayList<>();
  private final ObjectNode head = JSON.createObjectNode();
  private long rows;

  private GeoJsonSource(Path file, boolean lines, Limits limits) {
    this.file = file;
    this.lines = lines;
    this.limits = limits;
  }

  /**
   * What was found.
   *
   * @param file what GDAL shall read
   * @param degrees whether all coordinates lie within ±180, ±90
   */
  record Scanned(Path file, SourceFormat readAs, long rows, boolean namesCrs, boolean degrees, List<RowProblem> problems) {}

  static Scanned scan(Path file, boolean lines, Path folder, Limits limits) {
    GeoJsonSource source = new GeoJsonSource(file, lines, limits);
    try {
      source.read(source::look);
      boolean namesCrs = source.head.has("crs") && !source.head.path("crs").isNull();
      boolean degrees = !source.check.hasCoordinates() || source.check.isWithinDegrees();
      if (source.problems.stream().allMatch(RowProblem::isUnclosed)) {
        return new Scanned(file, lines ? SourceFormat.GEOJSON_LINES : SourceFormat.GEOJSON, source.rows, namesCrs, degrees, source.problems);
      }
      Path copy = folder.resolve("readable-" + file.getFileName().toString().replaceAll("\\.\\w+$", "") + ".geojson");
      source.write(copy);
      return new Scanned(copy, SourceFormat.GEOJSON, source.rows, namesCrs, degrees, source.problems);
    } catch (JacksonException e) {
      throw new SourceRefusedException("not-readable", "The file is no valid JSON: " + e.getOriginalMessage() + " (line "
          + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ").");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look(JsonNode feature) {
    rows++;
    if (rows > limits.features()) {
      throw new SourceRefusedException("too-many-features", "The file has more than " + limits.features()
          + " features. Cut it into several, or let the operator load it from the command line.");
    }
    Optional<GeoJsonCheck.Fault> fault = check.feature(feature);
    fault.ifPresent(f -> problems.add(new RowProblem(rows, f.code(), f.reason())));
    if (check.vertices() > limits.vertices()) {
      throw new SourceRefusedException("too-many-vertices", "The file has more than " + limits.vertices()
          + " vertices. Simplify or cut it, or let the operator load it from the command line.");
    }
  }

  private static boolean lineIsGeometry(JsonNode node) {
    return GeoJsonCheck.GEOMETRIES.contains(node.path("type").asString(""));
  }

  private void read(Consumer<JsonNode> each) throws IOException {
    if (lines) {
      readLines(each);
    } else {
      try (InputStream in = withoutMark(file); JsonParser parser = JSON.createParser(in)) {
        readDocument(parser, each);
      }
    }
  }

  private void readLines(Consumer<JsonNode> each) throws IOException {
    try (Reader reader = new InputStreamReader(withoutMark(file), StandardCharsets.UTF_8); BufferedReader text = new BufferedReader(reader)) {
      for (String line; (line = text.readLine()) != null;) {
        String json = line.replace("\u001E", "").strip();
        if (!json.isEmpty()) {
          each.accept(lineOf(json));
        }
      }
    }
  }

  /** One broken line is one broken row. */
  private static JsonNode lineOf(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      return JSON.getNodeFactory().stringNode(json.length() > 40 ? json.substring(0, 40) : json);
    }
  }

  private void readDocument(JsonParser parser, Consumer<JsonNode> each) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notGeoJson("it is no object");
    }
    boolean collected = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        collected = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          each.accept(parser.readValueAsTree());
        }
      } else {
        head.set(name, parser.readValueAsTree());
      }
    }
    if (parser.nextToken() != null) {
      throw notGeoJson("something follows the end of its object");
    }
    single(collected, each);
  }

  /** A document may also be one Feature or one geometry. */
  private void single(boolean collected, Consumer<JsonNode> each) {
    String type = head.path("type").asString("");
    if (type.equals("FeatureCollection")) {
      if (!collected) {
        throw notGeoJson("a FeatureCollection needs an array of features");
      }
      for (String foreign : new String[] {"coordinates", "geometries", "geometry", "properties"}) {
        if (head.has(foreign)) {
          throw notGeoJson("a FeatureCollection must not have a member \"" + foreign + "\"");
        }
      }
      GeoJsonCheck.box(head.path("bbox")).ifPresent(fault -> {
        throw notGeoJson(fault.reason());
      });
    } else if (type.equals("Feature") || GeoJsonCheck.GEOMETRIES.contains(type)) {
      if (collected) {
        throw notGeoJson("a " + type + " must not have a member \"features\"");
      }
      each.accept(head);
    } else if (type.equals("Topology")) {
      throw new SourceRefusedException("unknown-format", "The file is TopoJSON, which is not read. Convert it to GeoJSON.");
    } else {
      throw notGeoJson("its type is " + (head.has("type") ? head.path("type").toString() : "missing"));
    }
  }

  private void write(Path copy) throws IOException {
    Set<Long> bad = new HashSet<>();
    problems.stream().filter(problem -> !problem.isUnclosed()).forEach(problem -> bad.add(problem.row()));
    long[] row = {0};
    GeoJsonSource again = new GeoJsonSource(file, lines, limits);
    try (JsonGenerator out = JSON.createGenerator(Files.newOutputStream(copy))) {
      out.writeStartObject();
      out.writeStringProperty("type", "FeatureCollection");
      writeMember(out, "crs", head.get("crs"));
      out.writeArrayPropertyStart("features");
      again.read(feature -> {
        row[0]++;
        JSON.writeTree(out, bad.contains(row[0]) ? emptied(feature) : lineIsGeometry(feature) ? wrapped(feature) : feature);
      });
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private static void writeMember(JsonGenerator out, String name, @Nullable JsonNode value) {
    if (value != null) {
      out.writeName(name);
      JSON.writeTree(out, value);
    }
  }

  private static ObjectNode wrapped(JsonNode geometry) {
    ObjectNode feature = JSON.createObjectNode().put("type", "Feature");
    feature.putObject("properties");
    feature.set("geometry", geometry);
    return feature;
  }

  private static ObjectNode emptied(JsonNode feature) {
    ObjectNode row = JSON.createObjectNode().put("type", "Feature");
    JsonNode properties = feature.path("properties");
    row.set("properties", properties.isObject() ? properties : JSON.createObjectNode());
    row.putNull("geometry");
    return row;
  }

  /** Windows programs put a byte order mark before JSON, which JSON does not know. */
  private static InputStream withoutMark(Path file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 3);
    byte[] mark = in.readNBytes(3);
    boolean isMark = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
    if (!isMark) {
      in.unread(mark);
    }
    return in;
  }

  private static SourceRefusedException notGeoJson(String why) {
    return new SourceRefusedException("not-readable", "The file is no GeoJSON: " + why + ".");
  }
}
