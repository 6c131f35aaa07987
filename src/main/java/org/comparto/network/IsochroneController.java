package org.comparto.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.path.Isochrones;
import org.comparto.path.Tree;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/roads/isochrone}: the ground that is reached from a place in some minutes, and who is there. */
@RestController
class IsochroneController {

  /** What is said of an area; what is not known is there as null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Reached(int minutes, String profile, long firms, @Nullable Long jobs, long jobsOf, @Nullable String firmsVerifiedOn,
      @Nullable Long inhabitants, @Nullable Integer inhabitantsYear) {}

  private static final int MOST_LIMITS = 6;
  private static final int MOST_MINUTES = 180;
  private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

  private final Roads roads;
  private final Inside inside;

  IsochroneController(Roads roads, Inside inside) {
    this.roads = roads;
    this.inside = inside;
  }

  @GetMapping("/api/roads/isochrone")
  ResponseEntity<Object> isochrone(@RequestParam(required = false) @Nullable String profile, @RequestParam String from,
      @RequestParam(defaultValue = "15,30,45,60") String minutes, @RequestParam(required = false) @Nullable Double height,
      @RequestParam(required = false) @Nullable Double width, @RequestParam(required = false) @Nullable Double length,
      @RequestParam(required = false) @Nullable Double mass, @RequestParam(required = false) @Nullable Double axleLoad,
      @RequestParam(required = false) @Nullable String at, @RequestParam(defaultValue = "json") String f) {
    if (!List.of("json", "geojson", "csv").contains(f)) {
      throw new InvalidInputException("f", "f is \"" + f + "\"; there are json, geojson, csv");
    }
    int[] limits = limits(minutes);
    LonLat point = LonLat.of("from", from);
    RoadQuestion asked = RoadQuestion.of(roads, profile, new Vehicle(height, width, length, mass, axleLoad), at);
    Snapped snapped = asked.require("from", point);
    Tree tree = Tree.from(asked.travel(), asked.same(snapped), limits[limits.length - 1] * 60_000);
    List<MultiPolygon> areas = Isochrones.of(tree, asked.graph().shapes(), limits, Isochrones.WIDTH_METRES);
    List<Inside.Counted> counted = areas.stream().map(inside::count).toList();
    if (f.equals("csv")) {
      return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
          .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comparto-isochrone.csv\"").body(csv(asked, limits, counted));
    }
    return ResponseEntity.ok().contentType(f.equals("json") ? MediaType.APPLICATION_JSON : GEO_JSON)
        .body(collection(asked, snapped, limits, areas, counted));
  }

  /** Ascending, without doubles. */
  private static int[] limits(String text) {
    try {
      int[] limits = Arrays.stream(text.split(",", -1)).mapToInt(one -> Integer.parseInt(one.strip())).sorted().distinct().toArray();
      if (limits.length <= MOST_LIMITS && limits[0] >= 1 && limits[limits.length - 1] <= MOST_MINUTES) {
        return limits;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new InvalidInputException("minutes", "minutes must be at most %d whole numbers from 1 to %d, for instance 15,30".formatted(MOST_LIMITS,
        MOST_MINUTES));
  }

  /** The largest first, so that the smaller ones are drawn on it. */
  private Map<String, Object> collection(RoadQuestion asked, Snapped snapped, int[] limits, List<MultiPolygon> areas, List<Inside.Counted> counted) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (int i = limits.length - 1; i >= 0; i--) {
      Inside.Counted one = counted.get(i);
      Reached properties = new Reached(limits[i], asked.profile().id(), one.firms(), one.jobs(), one.jobsOf(), one.firmsVerifiedOn(),
          one.inhabitants(), one.inhabitantsYear());
      features.add(Map.of("type", "Feature", "geometry", geometry(areas.get(i)), "properties", properties));
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.putAll(asked.answer());
    collection.put("sources", inside.sources());
    collection.put("snapped", List.of(Figures.place(snapped)));
    collection.put("features", features);
    return collection;
  }

  private static Map<String, Object> geometry(MultiPolygon area) {
    List<List<List<double[]>>> polygons = new ArrayList<>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      List<List<double[]>> rings = new ArrayList<>(List.of(ring(polygon.getExteriorRing())));
      for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
        rings.add(ring(polygon.getInteriorRingN(k)));
      }
      polygons.add(rings);
    }
    return Map.of("type", "MultiPolygon", "coordinates", polygons);
  }

  private static List<double[]> ring(LineString ring) {
    List<double[]> corners = new ArrayList<>();
    for (Coordinate corner : ring.getCoordinates()) {
      corners.add(Figures.position(corner));
    }
    return corners;
  }

  private static String csv(RoadQuestion asked, int[] limits, List<Inside.Counted> counted) {
    StringBuilder text = new StringBuilder("profile,minutes,firms,jobs,jobs_of,inhabitants,inhabitants_year,graph_version,graph_date,demonstration\r\n");
    for (int i = 0; i < limits.length; i++) {
      Inside.Counted one = counted.get(i);
      text.append(asked.profile().id()).append(',').append(limits[i]).append(',').append(one.firms()).append(',').append(known(one.jobs()))
          .append(',').append(one.jobsOf()).append(',').append(known(one.inhabitants())).append(',').append(known(one.inhabitantsYear()))
          .append(',').append(asked.graph().version()).append(',').append(asked.graph().date()).append(',')
          .append(asked.graph().about().demonstration()).append("\r\n");
    }
    return text.toString();
  }

  private static String known(@Nullable Object figure) {
    return figure == null ? "" : figure.toString();
  }
}
