package org.comparto.tour;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Planning and timing of tours, at once or to be watched: for anybody, nothing is kept. */
@RestController
class TourController {

  /** A search that was begun. */
  record Begun(String id) {}

  private final Planner planner;
  private final PlanningPlaces places;
  private final Searches searches;

  TourController(Planner planner, PlanningPlaces places, Searches searches) {
    this.planner = planner;
    this.places = places;
    this.searches = searches;
  }

  @PostMapping("/api/tours/plan")
  Answer plan(HttpServletRequest request, @RequestParam(required = false) @Nullable String lang) throws IOException {
    String language = language(lang);
    ObjectNode question = Bodies.read(request);
    QuestionReader.question(question); // who asks wrongly does not wait
    return places.plan(() -> planner.plan(question, language));
  }

  @PostMapping("/api/tours/timetable")
  Answer timetable(HttpServletRequest request, @RequestParam(required = false) @Nullable String lang) throws IOException {
    String language = language(lang);
    ObjectNode question = Bodies.read(request);
    QuestionReader.Timed timed = QuestionReader.timed(question);
    Supplier<Answer> work = () -> planner.timetable(question, timed, language);
    return timed.explain() ? places.plan(work) : places.time(work);
  }

  @PostMapping("/api/tours/searches")
  ResponseEntity<Begun> search(HttpServletRequest request, @RequestParam(required = false) @Nullable String lang) throws IOException {
    String language = language(lang);
    ObjectNode question = Bodies.read(request);
    places.time(() -> {
      planner.check(question);
      return question;
    });
    String id = searches.begin(question, language);
    return ResponseEntity.accepted().location(URI.create("/api/tours/searches/" + id)).body(new Begun(id));
  }

  @GetMapping("/api/tours/searches/{id}")
  ResponseEntity<Searches.State> state(@PathVariable String id) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(searches.state(id));
  }

  @PostMapping("/api/tours/searches/{id}/stop")
  Searches.State stop(@PathVariable String id) {
    return searches.stop(id);
  }

  static String language(@Nullable String lang) {
    if (lang != null && !lang.equals("it") && !lang.equals("en")) {
      throw new InvalidInputException("lang", "lang is \"" + lang + "\"; there are it, en");
    }
    return lang != null ? lang : LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "it";
  }
}
