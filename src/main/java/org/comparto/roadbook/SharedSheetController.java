package org.comparto.roadbook;

import java.util.List;
import java.util.Map;
import org.comparto.facts.Language;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.roadbook.Programme.Stop;
import org.comparto.text.Words;
import org.comparto.tour.Tour;
import org.comparto.tour.Tours;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the page of a shared tour asks for: its sheet, the ground its map lies on, and what makes it an application on a telephone. */
@RestController
class SharedSheetController {

  private final Tours tours;
  private final Programmes programmes;
  private final TourCalendars calendars;
  private final RoadbookMaps maps;

  SharedSheetController(Tours tours, Programmes programmes, TourCalendars calendars, RoadbookMaps maps) {
    this.tours = tours;
    this.programmes = programmes;
    this.calendars = calendars;
    this.maps = maps;
  }

  @GetMapping("/api/tours/shared/{token}/sheet")
  ResponseEntity<Map<String, Object>> sheet(@PathVariable String token, @RequestParam(required = false) @Nullable String lang) {
    Tour tour = tour(token);
    Programme programme = programme(tour, token, lang);
    return answer(MediaType.APPLICATION_JSON).body(SharedSheet.of(programme, tour.version(), token, Words.in(programme.language())));
  }

  /** @param map 0 is all of it, then the surroundings of one door after the other */
  @GetMapping("/api/tours/shared/{token}/maps/{map}.svg")
  ResponseEntity<String> map(@PathVariable String token, @PathVariable int map) {
    Programme programme = programme(tour(token), token, null);
    Words t = Words.in(programme.language());
    List<Stop> doors = SharedSheet.doors(programme);
    if (map < 0 || map > doors.size()) {
      throw new NotFoundException("map", "There is no map " + map + " of this tour.");
    }
    return answer(MediaType.parseMediaType("image/svg+xml")).body((map == 0 ? maps.overview(programme.days(), SharedSheet.OVERVIEW_MM, SharedSheet.OVERVIEW_MM, true, t)
        : maps.detail(doors.get(map - 1), programme.days(), SharedSheet.DETAIL_MM, SharedSheet.DETAIL_MM, true, t)).sheet().svg());
  }

  @GetMapping("/api/tours/shared/{token}/tour.webmanifest")
  ResponseEntity<Map<String, Object>> manifest(@PathVariable String token) {
    Tour tour = tour(token);
    String page = "/tour.html?t=" + token;
    return answer(MediaType.parseMediaType("application/manifest+json")).body(Map.of("name", tour.name(), "short_name", tour.name().substring(0, Math.min(12, tour.name().length())),
        "id", page, "start_url", page, "scope", "/tour.html", "display", "standalone", "background_color", "#f5f7fa", "theme_color", "#0059b3", "lang", tour.language(),
        "icons", List.of(Map.of("src", "/icon.svg", "sizes", "any", "type", "image/svg+xml"))));
  }

  private static ResponseEntity.BodyBuilder answer(MediaType type) {
    return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noCache().cachePrivate()).header("X-Robots-Tag", "noindex");
  }

  private Tour tour(String token) {
    Tour tour = tours.shared(token).orElseThrow(() -> new NotFoundException("token", "There is no such link, or it has ended."));
    if (tour.itineraries().isEmpty()) {
      throw new InvalidInputException("token", "This tour has no itinerary yet; plan it first.");
    }
    return tour;
  }

  private Programme programme(Tour tour, String token, @Nullable String lang) {
    return programmes.of(tour, calendars.uid(tour), tour.id(), Language.of(lang == null ? tour.language() : lang, java.util.Locale.ITALIAN), SavedOutputController.link(token));
  }
}
