package org.comparto.bottleneck;

import org.comparto.network.Roads;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where a bottleneck acts on roads: anybody may see it, an editor corrects it. */
@RestController
class RoadController {

  private final RoadRegister register;
  private final RoadPlaces places;
  private final BottleneckRoads onRoads;
  private final Roads roads;

  RoadController(RoadRegister register, RoadPlaces places, BottleneckRoads onRoads, Roads roads) {
    this.register = register;
    this.places = places;
    this.onRoads = onRoads;
    this.roads = roads;
  }

  @GetMapping("/api/bottlenecks/{id}/road")
  ResponseEntity<RoadView.Answer> get(@PathVariable long id) {
    RoadBottleneck one = register.find(id).orElseThrow(() -> new NotFoundException("id", "There is no public bottleneck " + id + "."));
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag("\"" + one.roadVersion() + "\"").body(RoadView.of(one, roads.current(), onRoads));
  }

  @PutMapping(path = "/api/bottlenecks/{id}/road", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<RoadView.Answer> put(@PathVariable long id, @RequestBody RoadPlace.Sent place,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    places.put(id, version(ifMatch), RoadPlace.of(place));
    return get(id);
  }

  @DeleteMapping("/api/bottlenecks/{id}/road")
  ResponseEntity<RoadView.Answer> remove(@PathVariable long id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    places.remove(id, version(ifMatch));
    return get(id);
  }

  static int version(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required",
          "Name the version that you have read: If-Match with the ETag of the answer to GET.", "If-Match", null);
    }
    String version = ifMatch.replaceFirst("^(?:W/)?\"?(\\d{1,9})(?:-gzip)?\"?$", "$1");
    if (!version.matches("\\d{1,9}")) {
      throw new InvalidInputException("If-Match", "If-Match must be the ETag of the answer to GET, as \"3\".");
    }
    return Integer.parseInt(version);
  }
}
