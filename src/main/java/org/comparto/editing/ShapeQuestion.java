package org.comparto.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.feature.GeoJsonCheck;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked of shapes, as it is sent: GeoJSON geometries in CRS84, the one to be changed first.
 *
 * @param metres of a buffer, negative for a narrower area
 */
record ShapeQuestion(@Nullable ShapeOperation operation, @Nullable List<JsonNode> geometries, @Nullable Double metres) {

  private static final int MOST_VERTICES = 50_000;
  private static final int MOST_GEOMETRIES = 1_001;
  private static final double FARTHEST_METRES = 10_000;

  /** @throws InvalidInputException where something is missing, unreadable, or does not go together */
  ShapeOperation checked() {
    if (operation == null) {
      throw new InvalidInputException("operation", "operation is required");
    }
    if (geometries == null || geometries.isEmpty()) {
      throw new InvalidInputException("geometries", "geometries is required");
    }
    if (geometries.size() > MOST_GEOMETRIES) {
      throw new InvalidInputException("geometries", "geometries are " + geometries.size() + "; " + MOST_GEOMETRIES + " are the most");
    }
    if (operation == ShapeOperation.BUFFER && (metres == null || metres == 0 || !(Math.abs(metres) <= FARTHEST_METRES))) {
      throw new InvalidInputException("metres", "metres must be from -10000 to 10000, and not 0");
    }
    boolean alone = operation == ShapeOperation.BUFFER || operation == ShapeOperation.MERGE;
    if (!alone && geometries.size() < 2) {
      throw new InvalidInputException("geometries", "this operation needs a second geometry");
    }
    return operation;
  }

  /**
   * The geometries, the first as it was sent and valid, the others mended where that is needed: they are not the caller's to mend.
   *
   * @throws RefusedException if the first is not valid, answered with 422 and the place of the fault
   */
  List<Geometry> read() {
    GeoJsonCheck check = new GeoJsonCheck();
    List<Geometry> read = new ArrayList<>();
    for (JsonNode json : geometries) {
      Optional<GeoJsonCheck.Fault> fault = GeoJsonCheck.GEOMETRIES.contains(json.path("type").asString("")) ? check.feature(json)
          : Optional.of(new GeoJsonCheck.Fault("geometry-unreadable", "it is no geometry of GeoJSON"));
      if (fault.isPresent() || !check.isWithinDegrees() || json.path("type").asString().equals("GeometryCollection")) {
        throw new InvalidInputException("geometries", "geometry " + (read.size() + 1) + " can not be used: " + fault.map(GeoJsonCheck.Fault::reason)
            .orElse("it must be one of points, lines or areas, in longitude and latitude"));
      }
      if (check.vertices() > MOST_VERTICES) {
        throw new InvalidInputException("geometries", "the geometries have more than " + MOST_VERTICES + " vertices together");
      }
      read.add(geometry(json, read.size() + 1));
    }
    checkValid(read.get(0));
    read.subList(1, read.size()).replaceAll(other -> other.isValid() ? other : GeometryFixer.fix(other));
    checkKinds(read);
    return read;
  }

  private static Geometry geometry(JsonNode json, int number) {
    try {
      Geometry geometry = new GeoJsonReader().read(JsonMapper.shared().writeValueAsString(json));
      if (geometry.isEmpty()) {
        throw new InvalidInputException("geometries", "geometry " + number + " can not be used: it is empty");
      }
      geometry.setSRID(0);
      return geometry;
    } catch (ParseException | IllegalArgumentException e) { // JTS on rings and lines of too few positions
      throw new InvalidInputException("geometries", "geometry " + number + " can not be used: it has too few positions");
    }
  }

  private static void checkValid(Geometry shape) {
    TopologyValidationError error = new IsValidOp(shape).getValidationError();
    if (error != null) {
      Map<String, Object> place = Map.of("type", "Point", "coordinates", List.of(error.getCoordinate().x, error.getCoordinate().y));
      throw RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-geometry", "the shape crosses or touches itself; mend it there first",
          "geometries", Map.of("place", place));
    }
  }

  private void checkKinds(List<Geometry> read) {
    int dimension = read.get(0).getDimension();
    boolean together = switch (operation) {
      case SPLIT -> dimension > 0 && read.stream().skip(1).allMatch(cut -> cut.getDimension() == 1);
      case CLIP, DIFFERENCE -> dimension > 0 && read.stream().skip(1).allMatch(other -> other.getDimension() == 2);
      case MERGE -> dimension > 0 && read.stream().allMatch(other -> other.getDimension() == dimension);
      case BUFFER -> true;
    };
    if (!together) {
      throw new InvalidInputException("geometries", "these kinds of geometries do not go together in this operation");
    }
  }
}
