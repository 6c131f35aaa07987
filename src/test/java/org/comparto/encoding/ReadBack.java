package org.comparto.encoding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comparto.testing.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A downloaded file as GDAL reads it: features by id, coordinates with easting or longitude first. */
record ReadBack(Path file, Map<Long, JsonNode> features) {

  static ReadBack of(Http.Answer answer, String extension, Path folder, String... layers) throws Exception {
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    Path file = folder.resolve("read." + extension);
    Files.write(file, answer.bytes());
    String source = extension.equals("zip") ? "/vsizip/" + file : file.toString();
    Map<Long, JsonNode> features = new TreeMap<>();
    // GeoJSON lines keep what JSON can tell apart, and no reader's guesses come between
    List<String> names = layers.length > 0 ? List.of(layers) : layersOf(source);
    for (String layer : names) {
      Path text = folder.resolve("read-" + layer + ".geojsonl");
      Files.deleteIfExists(text);
      run("ogr2ogr", "-f", "GeoJSONSeq", text.toString(), source, layer, "-preserve_fid", "-lco", "COORDINATE_PRECISION=9", "-a_srs", "EPSG:4326");
      for (String line : Files.readAllLines(text)) {
        JsonNode feature = JsonMapper.shared().readTree(line);
        JsonNode id = feature.path("properties").has("id") ? feature.path("properties").path("id") : feature.path("id");
        features.put(id.asLong(), feature);
      }
    }
    return new ReadBack(file, features);
  }

  private static List<String> layersOf(String source) throws Exception {
    List<String> names = new ArrayList<>();
    for (String line : run("ogrinfo", "-q", source).split("\n")) {
      if (line.matches("\\d+: .*")) {
        names.add(line.replaceFirst("\\d+: (.*?)( \\([^()]*\\))*$", "$1"));
      }
    }
    return names;
  }

  static String run(String... command) throws Exception {
    Path output = Files.createTempFile("read-back", ".txt");
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
      int exit = process.waitFor();
      String text = Files.readString(output);
      if (exit != 0) {
        throw new IOException(String.join(" ", command) + ": " + text);
      }
      return text;
    } finally {
      Files.delete(output);
    }
  }
}
