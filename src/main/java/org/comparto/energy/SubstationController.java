package org.comparto.energy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.comparto.account.CurrentAccount;
import org.comparto.encoding.CsvTable;
import org.comparto.encoding.Spreadsheets;
import org.comparto.energy.PerimeterChanges.Answer;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Primary substations: where something lies, how far that is derived, and what became of the perimeters. */
@RestController
class SubstationController {

  /** @param geometry GeoJSON Polygon or MultiPolygon, longitude first */
  record Drawn(@Nullable JsonNode geometry) {}

  /** By layer. */
  record Status(List<SubstationPasses.Progress> layers) {}

  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");
  private static final List<String> COLUMNS = List.of("kind", "id", "code", "name", "before", "after", "reason", "gained_m2", "lost_m2");

  private final DrawnAreas areas;
  private final Substations substations;
  private final SubstationPasses passes;
  private final PerimeterChanges changes;

  SubstationController(DrawnAreas areas, Substations substations, SubstationPasses passes, PerimeterChanges changes) {
    this.areas = areas;
    this.substations = substations;
    this.passes = passes;
    this.changes = changes;
  }

  @PostMapping("/api/energy/substations/shares")
  Substations.Shares shares(@RequestBody Drawn drawn, @RequestParam(required = false) @Nullable String lang) {
    return substations.shares(areas.checked(drawn.geometry()), language(lang));
  }

  @GetMapping("/api/energy/substations/at")
  ResponseEntity<Substations.At> at(@RequestParam double lon, @RequestParam double lat) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new InvalidInputException(Math.abs(lon) <= 180 ? "lat" : "lon", "lon and lat are degrees: lon from -180 to 180, lat from -90 to 90");
    }
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(substations.at(lon, lat)
        .orElseThrow(() -> new NotFoundException("lon", "No primary-substation area is published at this place.")));
  }

  @GetMapping("/api/energy/substations/status")
  ResponseEntity<Status> status() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new Status(passes.progress()));
  }

  @GetMapping("/api/energy/substations/changes")
  ResponseEntity<Answer> changes(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable Long load,
      @RequestParam(required = false) @Nullable String since) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer(caller, load, since, PerimeterChanges.MOST));
  }

  @GetMapping("/api/energy/substations/changes.csv")
  void changesTable(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable Long load,
      @RequestParam(required = false) @Nullable String since, HttpServletResponse response) throws IOException {
    Answer answer = answer(caller, load, since, Integer.MAX_VALUE);
    response.setContentType("text/csv;charset=utf-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("comparto_cabine_primarie.csv").build().toString());
    try (CsvTable table = new CsvTable(response.getOutputStream(), ',')) {
      COLUMNS.forEach(table::value);
      table.endRow();
      answer.perimeters().forEach(one -> row(table, "primary_substation_area", null, one.code(), one.nameAfter() == null ? one.nameBefore() : one.nameAfter(),
          one.distributorBefore(), one.distributorAfter(), String.join(" ", one.kinds()), Double.toString(one.gainedM2()), Double.toString(one.lostM2())));
      answer.affected().forEach(kind -> kind.items().forEach(one ->
          row(table, kind.kind(), one.id(), one.code(), one.name(), one.before(), one.after(), one.reason(), null, null)));
    }
  }

  private static void row(CsvTable table, @Nullable String... values) {
    Stream.of(values).forEach(value -> table.value(value == null ? null : Spreadsheets.harmless(value)));
    table.endRow();
  }

  private Answer answer(CurrentAccount caller, @Nullable Long load, @Nullable String since, int most) {
    if ((load == null) == (since == null)) {
      throw new InvalidInputException("since", "give either load, the id of a load, or since, a day or moment");
    }
    return load != null ? changes.of(load, caller, most) : changes.since(moment(since), caller, most);
  }

  /** A day begins at midnight in Italy. */
  private static Instant moment(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text).atStartOfDay(ITALY).toInstant() : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidInputException("since", "since is \"" + text + "\"; it must be a day like 2026-11-22 or a moment like 2026-11-22T08:00:00Z");
    }
  }

  /** As asked, else as the caller reads. */
  static String language(@Nullable String lang) {
    if (lang != null && !lang.equals("it") && !lang.equals("en")) {
      throw new InvalidInputException("lang", "lang is \"" + lang + "\"; there are it and en");
    }
    return lang != null ? lang : LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "it";
  }
}
