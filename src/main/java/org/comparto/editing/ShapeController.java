package org.comparto.editing;

import java.util.List;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page has the server do with shapes and coordinates while they are drawn; nothing is kept. */
@RestController
class ShapeController {

  /**
   * What has become of the shape.
   *
   * @param geometries GeoJSON in CRS84; several after a split, none where nothing is left
   * @param areas of them in m² on the ellipsoid
   */
  record Answer(List<JsonNode> geometries, List<Double> areas) {}

  /** Pairs of one reference system wanted in another, both by their URIs and in their own order of axes. */
  record Conversion(@Nullable String from, @Nullable String to, @Nullable List<List<Double>> positions) {}

  private final LocalPlane plane;
  private final Coordinates coordinates;

  ShapeController(LocalPlane plane, Coordinates coordinates) {
    this.plane = plane;
    this.coordinates = coordinates;
  }

  @PostMapping("/api/editing/operations")
  Answer operate(@RequestBody ShapeQuestion question) {
    ShapeOperation operation = question.checked();
    List<Geometry> given = question.read();
    Geometry shape = given.get(0);
    List<Geometry> others = given.subList(1, given.size());
    List<Geometry> made = switch (operation) {
      case SPLIT -> Overlays.split(shape, others);
      case MERGE -> List.of(Overlays.merge(given));
      case CLIP -> List.of(Overlays.clip(shape, others));
      case DIFFERENCE -> List.of(Overlays.difference(shape, others));
      case BUFFER -> List.of(buffer(shape, question.metres()));
    };
    List<Geometry> left = made.stream().filter(geometry -> !geometry.isEmpty()).toList();
    return new Answer(left.stream().map(ShapeController::json).toList(), left.stream().map(plane::area).toList());
  }

  @PostMapping("/api/editing/coordinates")
  Map<String, List<List<Double>>> convert(@RequestBody Conversion asked) {
    if (asked.from() == null || asked.to() == null || asked.positions() == null) {
      String missing = asked.from() == null ? "from" : asked.to() == null ? "to" : "positions";
      throw new InvalidInputException(missing, missing + " is required");
    }
    return Map.of("positions", coordinates.convert(Crs.parse(asked.from(), "from"), Crs.parse(asked.to(), "to"), asked.positions()));
  }

  private Geometry buffer(Geometry shape, double metres) {
    return GeometryPrecisionReducer.reduce(plane.change(shape, metric -> BufferOp.bufferOp(metric, metres)), Overlays.GRID);
  }

  private static JsonNode json(Geometry geometry) {
    GeoJsonWriter writer = new GeoJsonWriter(7);
    writer.setEncodeCRS(false);
    return JsonMapper.shared().readTree(writer.write(geometry));
  }
}
