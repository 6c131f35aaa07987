package org.comparto.facts;

import java.util.Locale;
import org.comparto.usage.Usage;
import org.comparto.usage.UsageKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that the page of a plot shows. */
@RestController
class FactsController {

  private final Facts facts;
  private final Usage usage;

  FactsController(Facts facts, Usage usage) {
    this.facts = facts;
    this.usage = usage;
  }

  /** @param lang it or en; null leaves it to the Accept-Language header @param at the moment whose data are wanted; null for the present */
  @GetMapping("/api/plots/{id}/facts")
  ResponseEntity<PlotFacts> facts(@PathVariable long id, @RequestParam(required = false) @Nullable String lang,
      @RequestParam(required = false) @Nullable String at, Locale locale) {
    PlotFacts found = facts.read(id, Language.of(lang, locale), at).facts();
    usage.count(UsageKind.PLOT_VIEW, id);
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag('"' + found.snapshot().substring(0, 32) + "-" + found.language() + '"')
        .header(HttpHeaders.CONTENT_LANGUAGE, found.language()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).body(found);
  }
}
