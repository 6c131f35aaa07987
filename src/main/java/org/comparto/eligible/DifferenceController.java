package org.comparto.eligible;

import org.comparto.database.ReadingPlaces;
import org.comparto.feature.BoundingBox;
import org.comparto.problem.InvalidInputException;
import org.comparto.ruleset.Rulesets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The time machine: what changed between two days, or between two rule sets. */
@RestController
class DifferenceController {

  private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
  private static final int LARGEST_ZOOM = 22;
  private static final double WIDEST_BOX = 2;

  private final TimeMachine machine;
  private final Rulesets rulesets;
  private final Needs needs;
  private final Grids grids;
  private final ReadingPlaces places;

  DifferenceController(TimeMachine machine, Rulesets rulesets, Needs needs, Grids grids, ReadingPlaces places) {
    this.machine = machine;
    this.rulesets = rulesets;
    this.needs = needs;
    this.grids = grids;
    this.places = places;
  }

  @GetMapping("/api/energy/eligible/difference")
  ResponseEntity<Difference> difference(@RequestParam String technology, @RequestParam(required = false) @Nullable String territory, @RequestParam String from,
      @RequestParam String to, @RequestParam(required = false) @Nullable String bbox, @RequestParam(defaultValue = "14") int zoom) {
    if (!needs.technologies().contains(technology)) {
      throw new InvalidInputException("technology", "technology is \"" + technology + "\"; there are " + String.join(", ", needs.technologies()));
    }
    if (territory != null && !grids.known().contains(territory)) {
      throw new InvalidInputException("territory", "territory is \"" + territory + "\"; there are " + String.join(", ", grids.known()));
    }
    if (territory == null && bbox == null) {
      throw new InvalidInputException("territory", "territory is required where there is no bbox");
    }
    if (zoom < 0 || zoom > LARGEST_ZOOM) {
      throw new InvalidInputException("zoom", "zoom is " + zoom + "; zooms go from 0 to " + LARGEST_ZOOM);
    }
    DifferenceQuestion question = new DifferenceQuestion(technology, territory, Moment.parse(from, "from", rulesets), Moment.parse(to, "to", rulesets),
        bbox == null ? null : box(bbox), zoom);
    return ResponseEntity.ok().contentType(GEO_JSON).cacheControl(CacheControl.noCache()).body(places.read(() -> machine.between(question)));
  }

  private static BoundingBox box(String text) {
    BoundingBox box = BoundingBox.parse(text);
    if (box.crossesAntimeridian() || box.east() - box.west() > WIDEST_BOX || box.north() - box.south() > WIDEST_BOX) {
      throw new InvalidInputException("bbox", "bbox is larger than 2 degrees; zoom in, or ask for the totals of a territory without bbox");
    }
    return box;
  }
}
