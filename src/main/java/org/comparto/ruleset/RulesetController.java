package org.comparto.ruleset;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rule sets: read by anybody, uploaded and put in force by those who review. */
@RestController
class RulesetController {

  private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);
  private static final MediaType SCHEMA = new MediaType("application", "schema+json", StandardCharsets.UTF_8);
  private static final int LONGEST_TEXT = 500_000;

  /** @param changes the days on which another set begins or ceases to count */
  record RulesetList(@Nullable LocalDate date, @Nullable String territory, List<RulesetView> rulesets, SortedSet<LocalDate> changes) {}

  /** All versions of one set, the last one first. */
  record Versions(String id, List<RulesetView> versions) {}

  /** @param confirm whether who decides answers for the rules being what the act says */
  record Activation(@Nullable Boolean confirm, @Nullable String reason) {}

  /** Why it does not decide any more. */
  record Deactivation(@Nullable String reason) {}

  private final Rulesets rulesets;
  private final RulesetViews views;
  private final Decisions decisions;
  private final Availability availability;

  RulesetController(Rulesets rulesets, RulesetViews views, Decisions decisions, Availability availability) {
    this.rulesets = rulesets;
    this.views = views;
    this.decisions = decisions;
    this.availability = availability;
  }

  /** The form of a set's text, for editors. */
  @GetMapping("/api/energy/rulesets/schema")
  ResponseEntity<String> schema() {
    return ResponseEntity.ok().contentType(SCHEMA).cacheControl(CacheControl.noCache()).body(RulesetFiles.schema());
  }

  /** @param date only what is in force then; without it the deciding version of every set, or its last one where none decides */
  @GetMapping("/api/energy/rulesets")
  ResponseEntity<RulesetList> list(@RequestParam(required = false) @Nullable String date,
      @RequestParam(required = false) @Nullable String territory) {
    if (territory != null && !availability.territories().contains(territory)) {
      throw new InvalidInputException("territory", "There is no territory \"" + territory + "\".");
    }
    LocalDate day = date == null ? null : day(date);
    return fresh(new RulesetList(day, territory, views.of(day == null ? current() : inForce(day, territory)), rulesets.changes(territory)));
  }

  @GetMapping("/api/energy/rulesets/{id}")
  ResponseEntity<Versions> versions(@PathVariable String id) {
    List<RulesetView> versions = views.of(rulesets.versions().stream().filter(v -> v.ruleset().id().equals(id))
        .sorted(Comparator.comparingInt((RulesetVersion v) -> v.ruleset().version()).reversed()));
    if (versions.isEmpty()) {
      throw RulesetRefusals.missing(id);
    }
    return fresh(new Versions(id, versions));
  }

  /** @param f json for what it means, yaml for the text as it was written */
  @GetMapping("/api/energy/rulesets/{id}/{version}")
  ResponseEntity<?> version(@PathVariable String id, @PathVariable int version, @RequestParam(defaultValue = "json") String f) {
    RulesetVersion found = rulesets.versions().stream().filter(v -> v.ruleset().id().equals(id) && v.ruleset().version() == version)
        .findFirst().orElseThrow(() -> RulesetRefusals.missing(id, version));
    return switch (f) {
      case "json" -> fresh(view(found));
      case "yaml" -> ResponseEntity.ok().contentType(YAML).header("Content-Disposition",
          "attachment; filename=\"" + id + "-" + version + ".yaml\"").cacheControl(CacheControl.noCache()).body(found.content());
      default -> throw new InvalidInputException("f", "f must be one of json, yaml");
    };
  }

  @PostMapping(path = "/api/energy/rulesets", consumes = {"application/yaml", "application/x-yaml", "text/yaml", "application/json", "text/plain"})
  ResponseEntity<RulesetView> upload(@RequestBody String text, @AuthenticationPrincipal CurrentAccount account) {
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidInputException("body", "The rule set has " + text.length() + " characters; " + LONGEST_TEXT + " are the most");
    }
    Decisions.Uploaded uploaded = decisions.upload(text, account);
    Ruleset set = uploaded.version().ruleset();
    URI address = URI.create("/api/energy/rulesets/" + set.id() + "/" + set.version());
    return (uploaded.isNew() ? ResponseEntity.created(address) : ResponseEntity.ok().location(address)).body(view(uploaded.version()));
  }

  @PostMapping("/api/energy/rulesets/{id}/{version}/activation")
  ResponseEntity<RulesetView> activate(@PathVariable String id, @PathVariable int version, @RequestBody Activation activation,
      @AuthenticationPrincipal CurrentAccount account) {
    return fresh(view(decisions.activate(id, version, Boolean.TRUE.equals(activation.confirm()), activation.reason(), account)));
  }

  @PostMapping("/api/energy/rulesets/{id}/{version}/deactivation")
  ResponseEntity<RulesetView> deactivate(@PathVariable String id, @PathVariable int version, @RequestBody Deactivation deactivation,
      @AuthenticationPrincipal CurrentAccount account) {
    return fresh(view(decisions.deactivate(id, version, deactivation.reason(), account)));
  }

  private Stream<RulesetVersion> inForce(LocalDate day, @Nullable String territory) {
    List<RulesetVersion> known = rulesets.versions();
    return rulesets.inForce(day, territory).stream()
        .flatMap(set -> known.stream().filter(v -> v.ruleset().id().equals(set.id()) && v.ruleset().version() == set.version()));
  }

  private Stream<RulesetVersion> current() {
    Map<String, RulesetVersion> chosen = new LinkedHashMap<>();
    rulesets.versions().forEach(version -> chosen.merge(version.ruleset().id(), version,
        (last, next) -> last.ruleset().active() ? last : next));
    return chosen.values().stream();
  }

  private RulesetView view(RulesetVersion version) {
    return views.of(Stream.of(version)).get(0);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidInputException("date", "date: " + text + " is no date, yyyy-mm-dd");
    }
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
  }
}
