package org.comparto.potential;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/energy/potential}: what a surface can bear and bring. */
@RestController
class PotentialController {

  private final Potential potential;

  PotentialController(Potential potential) {
    this.potential = potential;
  }

  @PostMapping(path = "/api/energy/potential", consumes = MediaType.APPLICATION_JSON_VALUE)
  PotentialAnswer potential(@RequestBody PotentialQuestion question, @RequestParam(required = false) @Nullable String lang) {
    return potential.of(question, LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "it");
  }
}
