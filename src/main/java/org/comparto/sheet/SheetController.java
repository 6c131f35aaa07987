package org.comparto.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.comparto.facts.Facts;
import org.comparto.facts.Language;
import org.comparto.problem.InvalidInputException;
import org.comparto.usage.Usage;
import org.comparto.usage.UsageKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plots on paper: the map alone, one fact sheet, or some in one file. */
@RestController
class SheetController {

  private static final int MOST = 20;
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

  private final Sheets sheets;
  private final Facts facts;
  private final PlotMap map;
  private final Usage usage;

  SheetController(Sheets sheets, Facts facts, PlotMap map, Usage usage) {
    this.sheets = sheets;
    this.facts = facts;
    this.map = map;
    this.usage = usage;
  }

  /** @param at the moment whose data are wanted; null for the present */
  @GetMapping("/api/plots/{id}/map.svg")
  ResponseEntity<String> map(@PathVariable long id, @RequestParam(required = false) @Nullable String lang,
      @RequestParam(required = false) @Nullable String scale, @RequestParam(required = false) @Nullable String at, Locale locale) {
    Integer wanted = MapScale.parse(scale);
    return ResponseEntity.ok().contentType(SVG).cacheControl(CacheControl.noCache()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(map.draw(facts.read(id, Language.of(lang, locale), at), wanted).svg());
  }

  /** @param snapshot the beginning of the hash that the sheet is to have: one that can not be made again says so */
  @GetMapping("/api/plots/{id}/sheet.pdf")
  ResponseEntity<byte[]> sheet(@PathVariable long id, @RequestParam(required = false) @Nullable String lang, @RequestParam(required = false) @Nullable String scale,
      @RequestParam(required = false) @Nullable String at, @RequestParam(required = false) @Nullable String snapshot, Locale locale) {
    if (snapshot != null && !snapshot.matches("[0-9a-f]{8,64}")) {
      throw new InvalidInputException("snapshot", "snapshot is \"" + snapshot + "\"; it is the beginning of a hash, 8 to 64 of the characters 0-9 and a-f, or is left out");
    }
    String language = Language.of(lang, locale);
    return made(List.of(id), sheets.make(List.of(id), language, MapScale.parse(scale), at, snapshot), fileName(language, String.valueOf(id)), language);
  }

  /** @param ids of at most twenty plots, with commas in between, in the order of the file */
  @GetMapping("/api/plots/sheets.pdf")
  ResponseEntity<byte[]> sheets(@RequestParam(required = false) @Nullable String ids, @RequestParam(required = false) @Nullable String lang,
      @RequestParam(required = false) @Nullable String scale, @RequestParam(required = false) @Nullable String at, Locale locale) {
    String language = Language.of(lang, locale);
    List<Long> wanted = parse(ids);
    return made(wanted, sheets.make(wanted, language, MapScale.parse(scale), at, null), fileName(language, wanted.size() + "x"), language);
  }

  private static List<Long> parse(@Nullable String ids) {
    if (ids == null || !ids.matches("\\d{1,18}(,\\d{1,18})*")) {
      throw new InvalidInputException("ids", "ids names the plots by their numbers with commas in between, for instance ids=12,15");
    }
    List<Long> wanted = Arrays.stream(ids.split(",")).map(Long::valueOf).distinct().toList();
    if (wanted.size() > MOST) {
      throw new InvalidInputException("ids", "ids names " + wanted.size() + " plots; at most " + MOST + " go into one file");
    }
    return wanted;
  }

  private ResponseEntity<byte[]> made(List<Long> plots, byte[] file, String name, String language) {
    plots.forEach(plot -> usage.count(UsageKind.FACT_SHEET, plot));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noCache()).header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString()).body(file);
  }

  private static String fileName(String language, String what) {
    return "comparto_" + (language.equals("en") ? "fact-sheet_" : "scheda_") + what + ".pdf";
  }
}
