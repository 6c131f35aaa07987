package org.comparto.estate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The investor's search. */
@RestController
class PlotController {

  private final PlotList list;

  PlotController(PlotList list) {
    this.list = list;
  }

  @GetMapping("/api/plots")
  ResponseEntity<PlotAnswer> plots(@RequestParam @Nullable String filter, @RequestParam @Nullable String sort,
      @RequestParam @Nullable String limit, @RequestParam @Nullable String offset, @RequestParam @Nullable String lang) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(list.answer(PlotQuestion.of(filter, sort, limit, offset, lang)));
  }
}
