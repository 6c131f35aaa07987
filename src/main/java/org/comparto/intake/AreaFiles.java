package org.comparto.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.gdal.Gdal;
import org.comparto.gdal.WorkFolder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the areas of a file, in whatever format and reference system loads are read too, as one area; nothing of it is kept. */
@Component
class AreaFiles {

  /** What somebody draws for one question, not a data set. */
  static final Limits LIMITS = new Limits(5L << 20, 64L << 20, 1_000, 100_000, Duration.ofSeconds(20));

  /**
   * What a file holds.
   *
   * @param area all its areas united, in longitude and latitude
   * @param areas how many they were
   * @param leftOut how many features are no areas
   * @param epsg of the coordinates as they were read
   * @param warnings what was done or doubted while reading, each "code: sentence"
   */
  record Read(Geometry area, int areas, int leftOut, String format, int epsg, List<String> warnings) {}

  /**
   * @param epsg what the coordinates are; null: what the file says
   * @throws SourceRefusedException if it is not read, names no reference system or holds no areas
   */
  Read read(InputStream body, String name, @Nullable Integer epsg) throws IOException {
    try (WorkFolder work = WorkFolder.create()) {
      Path upload = work.folder("upload").resolve("file");
      try (InputStream limited = body) {
        Files.write(upload, limited.readNBytes((int) LIMITS.bytes() + 1));
      }
      SourceReader.Content content = new SourceReader(work, LIMITS).read(upload, name);
      List<String> warnings = new ArrayList<>(content.warnings());
      List<Geometry> areas = new ArrayList<>();
      int leftOut = 0;
      Integer read = null;
      for (SourceTable table : content.tables()) {
        if (!table.layer().hasGeometry()) {
          leftOut++;
          continue;
        }
        SupportedCrs crs = SourceFiles.supported(SourceFiles.effective(table, epsg, warnings));
        read = crs.epsg();
        for (JsonNode feature : features(work, table, crs, warnings)) {
          int before = areas.size();
          extract(feature.path("geometry"), areas);
          leftOut += areas.size() == before ? 1 : 0;
        }
      }
      if (areas.isEmpty() || read == null) {
        throw new SourceRefusedException("no-areas", name + " holds no areas: points, lines and tables are none.");
      }
      // what crosses itself is told with its place by whoever is asked about it
      Geometry united = areas.stream().allMatch(Geometry::isValid) ? OverlayNGRobust.union(areas) : new GeometryFactory().buildGeometry(areas);
      return new Read(united, areas.size(), leftOut, content.format().title, read, List.copyOf(warnings));
    }
  }

  private static JsonNode features(WorkFolder work, SourceTable table, SupportedCrs crs, List<String> warnings) throws IOException {
    Transformation transformation = Transformation.of(crs, table.extent());
    if (transformation.warning() != null && !warnings.contains(transformation.warning())) {
      warnings.add(transformation.warning());
    }
    Path made = work.folder("areas").resolve("areas.geojson");
    Files.deleteIfExists(made);
    List<String> line = new ArrayList<>(List.of("-f", "GeoJSON", made.toString(), table.file().toString(), "-dim", "XY", "-nln", "areas", "-lco", "COORDINATE_PRECISION=9", "-lco", "WRITE_NAME=NO",
        "-limit", String.valueOf(LIMITS.features() + 1), "-select", ""));
    table.options().forEach(option -> line.addAll(List.of("-oo", option)));
    line.addAll(transformation.arguments());
    line.addAll(Staging.layerArguments(table));
    Gdal.Outcome outcome = new Gdal(work.path(), LIMITS.timeout(), LIMITS.unpackedBytes(), SourceRefusedException::tooLong)
        .convert(table.readAs().driversAnd("GeoJSON"), line, Map.of(), () -> {}, percent -> {});
    if (!outcome.succeeded() || !Files.exists(made)) {
      throw new SourceRefusedException("not-readable", "The layer can not be read: " + outcome.firstError());
    }
    JsonNode features = JsonMapper.shared().readTree(made.toFile()).path("features");
    if (features.size() > LIMITS.features()) {
      throw new SourceRefusedException("too-many-features", "The layer has more than " + LIMITS.features() + " features; for one area they are too many. Cut it first.");
    }
    return features;
  }

  private static void extract(JsonNode json, List<Geometry> areas) {
    if (!json.isObject()) {
      return;
    }
    try {
      Geometry geometry = new GeoJsonReader(new GeometryFactory()).read(JsonMapper.shared().writeValueAsString(json));
      if (geometry.getNumPoints() > LIMITS.vertices()) {
        throw new SourceRefusedException("too-many-vertices", "The layer has more than " + LIMITS.vertices() + " vertices. Simplify or cut it first.");
      }
      List<Geometry> polygons = new ArrayList<>();
      PolygonExtracter.getPolygons(geometry, polygons);
      polygons.stream().filter(polygon -> !polygon.isEmpty()).forEach(areas::add);
    } catch (ParseException | IllegalArgumentException e) { // JTS on rings of too few positions
      throw new SourceRefusedException("not-readable", "The layer can not be read: a ring has too few positions.");
    }
  }
}
