package org.comparto.roadbook;

import java.util.List;
import org.comparto.facts.Language;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.tour.Tour;
import org.comparto.tour.Tours;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Forms of a saved tour: by the header Tour-Key, by right, or by the read-only token of its link, which alone may stand in an address. What the
 * link does not show, no form of it shows; participants are printed for the key or by right only.
 */
@RestController
class SavedOutputController {

  private final Tours tours;
  private final Programmes programmes;
  private final TourCalendars calendars;
  private final Outputs outputs;

  SavedOutputController(Tours tours, Programmes programmes, TourCalendars calendars, Outputs outputs) {
    this.tours = tours;
    this.programmes = programmes;
    this.calendars = calendars;
    this.outputs = outputs;
  }

  @GetMapping({"/api/tours/{id}/roadbook.pdf", "/api/tours/{id}/tour.gpx", "/api/tours/{id}/tour.ics", "/api/tours/{id}/tour.kml", "/api/tours/{id}/tour.csv",
      "/api/tours/{id}/tour.geojson"})
  ResponseEntity<byte[]> output(@PathVariable long id, @RequestParam(required = false) @Nullable String token, @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = "Tour-Key", required = false) @Nullable String key, jakarta.servlet.http.HttpServletRequest request) {
    String path = request.getRequestURI();
    OutputForm form = OutputForm.of(path.substring(path.lastIndexOf('/') + 1));
    Tour tour = tour(id, token, key);
    Programme programme = programme(tour, token, lang);
    return outputs.answer(form, programme, form == OutputForm.CALENDAR ? calendars.give(tour.id(), programme) : List.of());
  }

  @GetMapping("/api/tours/{id}/host/{host}.pdf")
  ResponseEntity<byte[]> host(@PathVariable long id, @PathVariable long host, @RequestParam(required = false) @Nullable String token,
      @RequestParam(required = false) @Nullable String lang, @RequestHeader(name = "Tour-Key", required = false) @Nullable String key) {
    Programme programme = programme(tour(id, token, key), token, lang);
    if (programme.stops().noneMatch(stop -> Long.valueOf(host).equals(stop.host()))) {
      throw new NotFoundException("host", "The tour does not stop at " + host + ".");
    }
    return outputs.host(programme, host);
  }

  @GetMapping("/api/tours/{id}/participants.pdf")
  ResponseEntity<byte[]> participants(@PathVariable long id, @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = "Tour-Key", required = false) @Nullable String key) {
    Tour tour = tour(id, null, key);
    return outputs.participants(programme(tour, null, lang), tour.participants());
  }

  private Tour tour(long id, @Nullable String token, @Nullable String key) {
    Tour tour = token == null ? tours.get(id, key) : tours.shared(token).filter(one -> one.id() == id)
        .orElseThrow(() -> new NotFoundException("token", "There is no such link, or it has ended."));
    if (tour.itineraries().isEmpty()) {
      throw new InvalidInputException("id", "This tour has no itinerary yet; plan it first.");
    }
    return tour;
  }

  private Programme programme(Tour tour, @Nullable String token, @Nullable String lang) {
    String language = Language.of(lang == null ? tour.language() : lang, java.util.Locale.ITALIAN);
    return programmes.of(tour, calendars.uid(tour), tour.id(), language, token == null ? null : link(token));
  }

  /** The page of a token, as people reach this installation. */
  static String link(String token) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path("/tour.html").queryParam("t", token).build().toUriString();
  }
}
