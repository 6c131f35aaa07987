package org.comparto.tour;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved tours: by their key, by their account, by the desk; and by a link for reading. */
@RestController
class SavedTourController {

  /** @param revision differs when anything in the list does */
  record Listing(List<Tours.Listed> tours, String revision) {}

  /** What a link may show, and how long. */
  record Sharing(@Nullable Integer days, @Nullable Boolean contacts) {}

  private static final String KEY = "Tour-Key";
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 365;

  private final Tours tours;

  SavedTourController(Tours tours) {
    this.tours = tours;
  }

  @PostMapping("/api/tours")
  ResponseEntity<Tours.Made> create(@RequestParam(required = false) @Nullable String lang, HttpServletRequest request) throws IOException {
    Tours.Made made = tours.create(Bodies.read(request), request.getRemoteAddr(), TourController.language(lang));
    return ResponseEntity.created(URI.create("/api/tours/" + made.id())).cacheControl(CacheControl.noStore()).eTag("\"" + made.version() + "\"").body(made);
  }

  @GetMapping("/api/tours")
  ResponseEntity<Listing> list(@RequestParam(defaultValue = "mine") String of) {
    if (!of.equals("mine") && !of.equals("all")) {
      throw new InvalidInputException("of", "Ask for the tours that are mine, or for all.");
    }
    List<Tours.Listed> listed = tours.list(of.equals("all"));
    String revision = Integer.toHexString(listed.hashCode());
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate()).eTag("\"" + revision + "\"").body(new Listing(listed, revision));
  }

  @GetMapping("/api/tours/{id}")
  ResponseEntity<Tour> get(@PathVariable long id, @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return answer(tours.get(id, key));
  }

  @PutMapping("/api/tours/{id}")
  ResponseEntity<Tour> save(@PathVariable long id, @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, HttpServletRequest request) throws IOException {
    tours.get(id, key); // who may not know of it learns nothing of what is wrong with what was sent
    return answer(tours.save(id, key, ifMatch, Bodies.read(request)));
  }

  @DeleteMapping("/api/tours/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id, @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    tours.delete(id, key, ifMatch);
  }

  @PostMapping("/api/tours/{id}/share")
  ResponseEntity<Tours.Link> share(@PathVariable long id, @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody(required = false) @Nullable Sharing sharing) {
    int days = sharing == null || sharing.days() == null ? USUAL_DAYS : sharing.days();
    if (days < 1 || days > MOST_DAYS) {
      throw new InvalidInputException("days", "days must be from 1 to " + MOST_DAYS);
    }
    return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
        .body(tours.share(id, key, days, sharing != null && Boolean.TRUE.equals(sharing.contacts())));
  }

  @DeleteMapping("/api/tours/{id}/share")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unshare(@PathVariable long id, @RequestHeader(name = KEY, required = false) @Nullable String key) {
    tours.unshare(id, key);
  }

  @GetMapping("/api/tours/shared/{token}")
  ResponseEntity<Tour> shared(@PathVariable String token) {
    Tour tour = tours.shared(token).orElseThrow(() -> new NotFoundException("token", "This link opens no tour, or it has ended."));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Robots-Tag", "noindex").eTag("\"" + tour.version() + "\"").body(tour);
  }

  private static ResponseEntity<Tour> answer(Tour tour) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).eTag("\"" + tour.version() + "\"").body(tour);
  }
}
