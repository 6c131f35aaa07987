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
  private final JoinablePlots joinable;

  PlotController(PlotList list, JoinablePlots joinable) {
    this.list = list;
    this.joinable = joinable;
  }

  @GetMapping("/api/plots")
  ResponseEntity<PlotAnswer> plots(@RequestParam @Nullable String filter, @RequestParam @Nullable String sort,
      @RequestParam @Nullable String limit, @RequestParam @Nullable String offset, @RequestParam @Nullable String lang) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(list.answer(PlotQuestion.of(filter, sort, limit, offset, lang)));
  }

  @GetMapping("/api/plots/joinable")
  ResponseEntity<JoinAnswer> joinable(@RequestParam @Nullable String minArea, @RequestParam @Nullable String maxOwners,
      @RequestParam @Nullable String filter, @RequestParam @Nullable String streetWidth, @RequestParam @Nullable String limit,
      @RequestParam @Nullable String lang) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache())
        .body(joinable.answer(JoinQuestion.of(minArea, maxOwners, filter, streetWidth, limit), PlotQuestion.language(lang)));
  }
}
