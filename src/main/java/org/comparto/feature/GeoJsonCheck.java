package org.comparto.feature;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What RFC 7946 demands of a Feature, for files and for single features alike. Whether rings cross is PostGIS's question,
 * after reading; here is what readers would leave out or mend without a word.
 */
public final class GeoJsonCheck {

  /** The code of a ring that readers close by themselves; all other codes mean that geometry or feature can not be read. */
  public static final String UNCLOSED = "geometry-unclosed";

  public static final Set<String> GEOMETRIES = Set.of("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
      "GeometryCollection");

  /** Metres; the edge of EPSG:3857 lies at 20,037,508. */
  private static final double LARGEST = 1e8;

  private double west = Double.POSITIVE_INFINITY;
  private double south = Double.POSITIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;
  private double north = Double.NEGATIVE_INFINITY;
  private long vertices;
  private boolean unclosed;
  private double @Nullable [] unclosedAt;

  /** What is wrong: a code and a reason. */
  public record Fault(String code, String reason) {}

  /** @return what is wrong with it; empty if it can be read as it is */
  public Optional<Fault> feature(JsonNode feature) {
    unclosed = false;
    unclosedAt = null;
    Optional<Fault> fault = GEOMETRIES.contains(feature.path("type").asString("")) ? geometry(feature) : properFeature(feature);
    return fault.isEmpty() && unclosed ? Optional.of(new Fault(UNCLOSED, "a ring does not end where it begins")) : fault;
  }

  private Optional<Fault> properFeature(JsonNode feature) {
    if (!feature.isObject()) {
      return invalid("it is no object but " + shown(feature));
    }
    String type = feature.path("type").asString("");
    if (!type.equals("Feature")) {
      return invalid("its type is " + shown(feature.path("type")) + ", not \"Feature\"");
    }
    for (String foreign : new String[] {"features", "coordinates", "geometries"}) {
      if (feature.has(foreign)) {
        return invalid("a Feature must not have a member \"" + foreign + "\"");
      }
    }
    JsonNode id = feature.path("id");
    if (!id.isMissingNode() && !id.isString() && !id.isNumber()) {
      return invalid("its id is neither text nor a number");
    }
    JsonNode properties = feature.path("properties");
    if (!properties.isMissingNode() && !properties.isNull() && !properties.isObject()) {
      return invalid("its properties are no object");
    }
    return box(feature.path("bbox")).or(() -> {
      JsonNode geometry = feature.path("geometry");
      return geometry.isMissingNode() || geometry.isNull() ? Optional.empty() : geometry(geometry);
    });
  }

  private Optional<Fault> geometry(JsonNode geometry) {
    String type = geometry.path("type").asString("");
    if (!geometry.isObject() || !GEOMETRIES.contains(type)) {
      return unreadable("its geometry is of the type " + shown(geometry.path("type")));
    }
    for (String foreign : new String[] {"features", "geometry", "properties"}) {
      if (geometry.has(foreign)) {
        return invalid("a geometry must not have a member \"" + foreign + "\"");
      }
    }
    Optional<Fault> box = box(geometry.path("bbox"));
    if (box.isPresent()) {
      return box;
    }
    if (type.equals("GeometryCollection")) {
      if (!geometry.path("geometries").isArray()) {
        return unreadable("its GeometryCollection has no geometries");
      }
      for (JsonNode member : geometry.path("geometries")) {
        Optional<Fault> fault = geometry(member);
        if (fault.isPresent()) {
          return fault;
        }
      }
      return Optional.empty();
    }
    int depth = switch (type) {
      case "Point" -> 0;
      case "LineString", "MultiPoint" -> 1;
      case "Polygon", "MultiLineString" -> 2;
      default -> 3;
    };
    return coordinates(geometry.path("coordinates"), depth, depth == 0, type.endsWith("Polygon")) ? Optional.empty()
        : unreadable("the coordinates of its " + type + " are not what the type says");
  }

  /** An empty array of parts is an empty geometry, which is legal; an empty position only as a whole Point. */
  private boolean coordinates(JsonNode node, int depth, boolean mayBeEmpty, boolean rings) {
    if (!node.isArray()) {
      return false;
    }
    if (depth > 0) {
      for (JsonNode part : node) {
        if (!coordinates(part, depth - 1, false, rings)) {
          return false;
        }
      }
      if (rings && depth == 1 && !node.isEmpty() && !samePlace(node.get(0), node.get(node.size() - 1)) && !unclosed) {
        unclosed = true;
        unclosedAt = new double[] {number(node.get(0).get(0)), number(node.get(0).get(1))};
      }
      return true;
    }
    if (node.isEmpty() && mayBeEmpty) {
      return true;
    }
    for (JsonNode number : node) {
      if (!number.isNumber()) {
        return false;
      }
    }
    if (node.size() < 2) {
      return false;
    }
    vertices++;
    double x = number(node.get(0));
    double y = number(node.get(1));
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
    return true;
  }

  private static boolean samePlace(JsonNode a, JsonNode b) {
    return number(a.get(0)) == number(b.get(0)) && number(a.get(1)) == number(b.get(1));
  }

  /** What is too large for a double is infinite. */
  private static double number(JsonNode number) {
    return number.numberValue().doubleValue();
  }

  public static Optional<Fault> box(JsonNode box) {
    if (box.isMissingNode()) {
      return Optional.empty();
    }
    boolean numbers = box.isArray() && (box.size() == 4 || box.size() == 6);
    for (int i = 0; numbers && i < box.size(); i++) {
      numbers = box.get(i).isNumber();
    }
    return numbers ? Optional.empty() : invalid("its bbox is not four or six numbers");
  }

  /** The first position of a ring that does not end there, in the order of its own axes; null if all rings of the last feature are closed. */
  public double @Nullable [] unclosedAt() {
    return unclosedAt;
  }

  /** Of all coordinates seen so far, taken as longitude and latitude. */
  public boolean isWithinDegrees() {
    return west >= -180 && east <= 180 && south >= -90 && north <= 90;
  }

  /** Whether coordinates are of a size that any reference system of the earth has, in degrees or metres. */
  public boolean isOnEarth() {
    return vertices == 0 || Math.max(Math.max(Math.abs(west), Math.abs(east)), Math.max(Math.abs(south), Math.abs(north))) <= LARGEST;
  }

  public boolean hasCoordinates() {
    return vertices > 0;
  }

  public long vertices() {
    return vertices;
  }

  private static Optional<Fault> invalid(String reason) {
    return Optional.of(new Fault("feature-invalid", reason));
  }

  private static Optional<Fault> unreadable(String reason) {
    return Optional.of(new Fault("geometry-unreadable", reason));
  }

  private static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "missing";
    }
    String text = node.toString();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
