package org.comparto.energy;

import java.net.URI;
import org.comparto.account.CurrentAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Marking an area for plants of energy communities, and taking the mark away. */
@RestController
class MarkController {

  private final Marks marks;

  MarkController(Marks marks) {
    this.marks = marks;
  }

  @PostMapping("/api/energy/marks")
  ResponseEntity<Marks.Made> mark(@AuthenticationPrincipal CurrentAccount caller, @RequestBody MarkQuestion question, @RequestParam(required = false) @Nullable String lang) {
    Marks.Made made = marks.make(question, caller, SubstationController.language(lang));
    return ResponseEntity.created(URI.create(made.href())).cacheControl(CacheControl.noStore()).body(made);
  }
}
