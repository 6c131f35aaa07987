package org.comparto.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comparto.database.ReadingPlaces;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.ruleset.Ruleset;
import org.comparto.ruleset.Rulesets;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a rule set would make of a piece of the map, before anybody puts it in force; nothing is kept. */
@RestController
class PreviewController {

  private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

  /**
   * As it is sent.
   *
   * @param ruleset the text of a set, YAML or JSON; otherwise id and version of one that is kept
   * @param bbox west, south, east, north in degrees
   */
  record Sent(@Nullable String ruleset, @Nullable String id, @Nullable Integer version, @Nullable String technology, @Nullable List<@Nullable Double> bbox,
      @Nullable String date, @Nullable String territory) {}

  /** GeoJSON features: one for each result and basis. */
  record Features(String type, List<Feature> features, String computeCrs, double areaM2) {}

  /** A part of the box. */
  record Feature(String type, JsonNode geometry, Properties properties) {}

  /** What is said of it. */
  record Properties(Result result, List<String> basis, List<String> missingLayers, double m2) {}

  private final Kernel kernel;
  private final Rulesets rulesets;
  private final Ground ground;
  private final Layers layers;
  private final ReadingPlaces reading;

  PreviewController(Kernel kernel, Rulesets rulesets, Ground ground, Layers layers, ReadingPlaces reading) {
    this.kernel = kernel;
    this.rulesets = rulesets;
    this.ground = ground;
    this.layers = layers;
    this.reading = reading;
  }

  @PostMapping(path = "/api/energy/rulesets/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Features> preview(@RequestBody Sent sent) {
    Ruleset set = set(sent);
    Geometry box = box(sent.bbox());
    String technology = VerdictQuestion.technology(sent.technology(), layers);
    LocalDate date = sent.date() == null && set.from() != null ? set.from() : VerdictQuestion.date(sent.date());
    return ResponseEntity.ok().contentType(GEO_JSON).cacheControl(CacheControl.noStore()).body(reading.read(() -> {
      String territory = ground.territory(box, sent.territory());
      return write(kernel.divide(box, territory, List.of(new Case(technology, date, Set.of(), beside(set, date, territory)))).get(0));
    }));
  }

  private Ruleset set(Sent sent) {
    if (sent.ruleset() != null) {
      return rulesets.read(sent.ruleset());
    }
    if (sent.id() == null || sent.version() == null) {
      throw new InvalidInputException("ruleset", "give the text of a rule set as ruleset, or the id and version of one that is kept");
    }
    return rulesets.find(sent.id(), sent.version()).orElseThrow(() ->
        new NotFoundException("id", "There is no version " + sent.version() + " of the rule set \"" + sent.id() + "\"."));
  }

  /** The set among those with which it would be in force: in place of its other versions, and an overlay beside what it adds to. */
  private List<Ruleset> beside(Ruleset set, LocalDate date, String territory) {
    List<Ruleset> sets = new ArrayList<>();
    if (set.overlay() != null) {
      rulesets.inForce(date, territory).stream().filter(other -> !other.id().equals(set.id())).forEach(sets::add);
    }
    sets.add(set);
    return sets;
  }

  private static Geometry box(@Nullable List<@Nullable Double> bbox) {
    if (bbox == null || bbox.size() != 4 || bbox.stream().anyMatch(number -> number == null || !Double.isFinite(number)) || bbox.get(0) >= bbox.get(2)
        || bbox.get(1) >= bbox.get(3) || Math.abs(bbox.get(1)) > 89 || Math.abs(bbox.get(3)) > 89 || Math.abs(bbox.get(0)) > 180 || Math.abs(bbox.get(2)) > 180) {
      throw new InvalidInputException("bbox", "bbox must be four numbers: west, south, east and north in degrees");
    }
    return new GeometryFactory().toGeometry(new Envelope(bbox.get(0), bbox.get(2), bbox.get(1), bbox.get(3)));
  }

  private static Features write(Assessment found) {
    return new Features("FeatureCollection", found.faces().stream().map(face -> new Feature("Feature", Json.of(face.lonLat()),
        new Properties(face.result(), face.basis(), face.missingLayers(), VerdictWriting.hundredths(face.m2())))).toList(), "EPSG:" + found.srid(),
        VerdictWriting.hundredths(found.areaM2()));
  }
}
