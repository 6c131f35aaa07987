package org.comparto.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/roads/route}: the way between two points or along stops. */
@RestController
class RouteController {

  private static final int MOST_STOPS = 25;
  private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
  private static final MediaType GPX = MediaType.parseMediaType("application/gpx+xml");

  private final Roads roads;

  RouteController(Roads roads) {
    this.roads = roads;
  }

  @GetMapping("/api/roads/route")
  ResponseEntity<Object> route(@RequestParam(required = false) @Nullable String profile, @RequestParam String from, @RequestParam String to,
      @RequestParam(required = false) @Nullable String via, @RequestParam(required = false) @Nullable Double height,
      @RequestParam(required = false) @Nullable Double width, @RequestParam(required = false) @Nullable Double length,
      @RequestParam(required = false) @Nullable Double mass, @RequestParam(required = false) @Nullable Double axleLoad,
      @RequestParam(required = false) @Nullable String at, @RequestParam(required = false) @Nullable String lang,
      @RequestParam(defaultValue = "json") String f, Locale locale) {
    if (!List.of("json", "geojson", "gpx").contains(f)) {
      throw new InvalidInputException("f", "f is \"" + f + "\"; there are json, geojson, gpx");
    }
    String language = language(lang, locale);
    List<LonLat> points = new ArrayList<>();
    points.add(LonLat.of("from", from));
    points.addAll(LonLat.list("via", via, MOST_STOPS));
    points.add(LonLat.of("to", to));
    Route route = Route.find(RoadQuestion.of(roads, profile, new Vehicle(height, width, length, mass, axleLoad), at), points, language);
    return switch (f) {
      case "gpx" -> ResponseEntity.ok().contentType(GPX).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comparto-route.gpx\"")
          .body(RouteForms.gpx(route, "Comparto"));
      case "geojson" -> ResponseEntity.ok().contentType(GEO_JSON).body(RouteForms.geoJson(route));
      default -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(RouteForms.json(route));
    };
  }

  private static String language(@Nullable String lang, Locale locale) {
    if (lang != null && !lang.equals("it") && !lang.equals("en")) {
      throw new InvalidInputException("lang", "lang is \"" + lang + "\"; there are it, en");
    }
    return lang != null ? lang : locale.getLanguage().equals("en") ? "en" : "it";
  }
}
