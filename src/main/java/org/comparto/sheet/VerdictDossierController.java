package org.comparto.sheet;

import java.util.Locale;
import org.comparto.facts.Language;
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

/** A verdict on paper. */
@RestController
class VerdictDossierController {

  private final VerdictDossiers dossiers;

  VerdictDossierController(VerdictDossiers dossiers) {
    this.dossiers = dossiers;
  }

  @GetMapping("/api/energy/verdicts/{id}.pdf")
  ResponseEntity<byte[]> dossier(@PathVariable String id, @RequestParam(required = false) @Nullable String lang, Locale locale) {
    String language = Language.of(lang, locale);
    String name = "comparto_" + (language.equals("en") ? "verdict_" : "esito_") + id.substring(0, Math.min(8, id.length())) + ".pdf";
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noCache()).header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString()).body(dossiers.make(id, language));
  }
}
