package org.comparto.verdict;

import java.util.Map;
import java.util.TreeMap;
import org.comparto.database.ReadingPlaces;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts over HTTP, for anybody: asked, read again, computed again, and as GeoJSON for other programs. */
@RestController
class VerdictController {

  private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

  /** Of the features, by the member of the part, or else of the verdict, that they are. */
  private static final Map<String, String> PROPERTIES = new TreeMap<>(Map.of("result", "result", "basis", "basis", "missing_layers", "missingLayers",
      "area_m2", "m2", "share", "share", "technology", "technology", "date", "date", "territory", "territory", "compute_crs", "computeCrs",
      "quadrant_segments", "quadrantSegments"));

  private final Verdicts verdicts;
  private final Ground ground;
  private final Layers layers;
  private final ReadingPlaces reading;

  VerdictController(Verdicts verdicts, Ground ground, Layers layers, ReadingPlaces reading) {
    this.verdicts = verdicts;
    this.ground = ground;
    this.layers = layers;
    this.reading = reading;
  }

  @PostMapping(path = "/api/energy/verdicts", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> assess(@RequestBody VerdictQuestion.Sent sent) {
    if (sent.geometry() != null && sent.feature() != null) {
      throw new InvalidInputException("feature", "give geometry or feature, not both");
    }
    return reading.read(() -> {
      Geometry geometry = sent.feature() == null ? GroundReader.read(sent.geometry()) : ground.shape(sent.feature());
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
          .body(verdicts.answer(VerdictQuestion.of(sent, geometry, layers)));
    });
  }

  /** What was answered stays as it was: whoever has it need not ask again. */
  @GetMapping("/api/energy/verdicts/{id}")
  ResponseEntity<String> read(@PathVariable String id) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noCache()).eTag(id).body(verdicts.find(id));
  }

  @GetMapping("/api/energy/verdicts/{id}/again")
  ResponseEntity<Repetition> again(@PathVariable String id) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reading.read(() -> verdicts.again(id)));
  }

  /** The parts as features. */
  @GetMapping("/api/energy/verdicts/{id}.geojson")
  ResponseEntity<String> geoJson(@PathVariable String id) {
    JsonNode verdict = JsonMapper.shared().readTree(verdicts.find(id));
    ArrayNode features = JsonMapper.shared().createArrayNode();
    verdict.path("parts").forEach(part -> {
      ObjectNode feature = features.addObject().put("type", "Feature");
      feature.set("geometry", part.path("geometry"));
      ObjectNode properties = feature.putObject("properties").put("verdict", id);
      PROPERTIES.forEach((name, member) -> properties.set(name, part.has(member) ? part.path(member) : verdict.path(member)));
    });
    return ResponseEntity.ok().contentType(GEO_JSON).cacheControl(CacheControl.noCache()).eTag(id + "-geojson")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comparto_verdict_" + id.substring(0, Math.min(8, id.length())) + ".geojson\"")
        .body(JsonMapper.shared().createObjectNode().put("type", "FeatureCollection").set("features", features).toString());
  }
}
