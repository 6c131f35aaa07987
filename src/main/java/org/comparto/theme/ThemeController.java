package org.comparto.theme;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.Field;
import org.comparto.account.Scope;
import org.comparto.facts.Language;
import org.comparto.layer.Localized;
import org.comparto.network.Journey;
import org.comparto.picture.Photo;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Theme routes: for everybody to read, for the desk to write, for somebody else of the desk to publish. */
@RestController
class ThemeController {

  /** What is sent to change one. @param version that the writer has seen */
  record Sent(@Nullable Integer version, @Nullable ThemeDocument document) {}

  private final Themes themes;
  private final ThemeWay ways;

  ThemeController(Themes themes, ThemeWay ways) {
    this.themes = themes;
    this.ways = ways;
  }

  @GetMapping("/api/themes")
  Map<String, Object> list() {
    return Map.of("themes", themes.published());
  }

  @GetMapping("/api/themes/drafts")
  ResponseEntity<Map<String, Object>> drafts() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("themes", themes.all()));
  }

  /** @param f json, geojson or gpx @param latest whether writers want the document that waits */
  @GetMapping("/api/themes/{id}")
  ResponseEntity<Object> one(@PathVariable long id, @RequestParam(defaultValue = "json") String f, @RequestParam(required = false) @Nullable String lang,
      @RequestParam(defaultValue = "false") boolean latest, Locale locale) {
    Theme theme = latest && CurrentAccount.find().map(account -> account.may(Scope.PROPOSE)).orElse(false) ? themes.latest(id) : themes.get(id);
    String language = Language.of(lang, locale);
    Optional<Journey> way = ways.of(theme.document(), language);
    return switch (f) {
      case "json" -> ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(whole(theme, way));
      case "geojson" -> ResponseEntity.ok().contentType(MediaType.parseMediaType("application/geo+json")).body(ThemeForms.geoJson(theme, way, language));
      case "gpx" -> ResponseEntity.ok().contentType(MediaType.parseMediaType("application/gpx+xml"))
          .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comparto-theme-" + id + ".gpx\"").body(ThemeForms.gpx(theme, way, language));
      default -> throw new InvalidInputException("f", "f is \"" + f + "\"; there are json, geojson, gpx");
    };
  }

  private static Map<String, Object> whole(Theme theme, Optional<Journey> way) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("theme", theme);
    answer.put("page", theme.path());
    way.ifPresent(journey -> {
      answer.put("seconds", ThemeWay.seconds(journey));
      answer.put("metres", ThemeWay.metres(journey));
      answer.put("legs", journey.legs().stream().map(leg -> Map.of("seconds", leg.seconds(), "metres", leg.metres(), "line", ThemeForms.line(leg))).toList());
      answer.put("roads", journey.roads());
    });
    return answer;
  }

  @PostMapping(path = "/api/themes", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Theme create(@RequestBody Sent sent) {
    return themes.create(document(sent), CurrentAccount.get(), false);
  }

  @PutMapping(path = "/api/themes/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Theme save(@PathVariable long id, @RequestBody Sent sent) {
    if (sent.version() == null) {
      throw new InvalidInputException("version", "version is the one of the route as you have read it");
    }
    return themes.save(id, sent.version(), document(sent), CurrentAccount.get());
  }

  @DeleteMapping("/api/themes/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id) {
    themes.delete(id);
  }

  @PostMapping("/api/themes/{id}/publication")
  Theme publish(@PathVariable long id) {
    return themes.publish(id, CurrentAccount.get());
  }

  @PostMapping("/api/themes/{id}/withdrawal")
  Theme withdraw(@PathVariable long id) {
    return themes.withdraw(id);
  }

  /** Every picture says what is seen on it in both languages, who made it and under which licence. */
  @PostMapping(path = "/api/themes/{id}/pictures", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Theme addPicture(@PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile photo, @RequestParam(name = "alt_it", required = false) @Nullable String altIt,
      @RequestParam(name = "alt_en", required = false) @Nullable String altEn, @RequestParam(required = false) @Nullable String credit,
      @RequestParam(required = false) @Nullable String licence) throws IOException {
    if (photo == null) {
      throw new InvalidInputException("photo", "photo is a JPEG or PNG picture of at most " + Photo.MOST_BYTES + " bytes");
    }
    Localized alt = new Localized(Field.required("alt_it", altIt, 300), Field.required("alt_en", altEn, 300));
    return themes.addPicture(id, Photo.of(photo.getBytes()), alt, Field.required("credit", credit, 200), Field.required("licence", licence, 100),
        CurrentAccount.get());
  }

  @DeleteMapping("/api/themes/{id}/pictures/{picture}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removePicture(@PathVariable long id, @PathVariable long picture) {
    themes.removePicture(id, picture, CurrentAccount.get());
  }

  @GetMapping("/api/themes/{id}/pictures/{picture}")
  ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable long picture) {
    return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(CacheControl.noCache()).body(themes.picture(id, picture));
  }

  private static ThemeDocument document(Sent sent) {
    if (sent.document() == null) {
      throw new InvalidInputException("document", "document is what the route says: title, teaser, text, theme, profile, stops");
    }
    return sent.document();
  }
}
