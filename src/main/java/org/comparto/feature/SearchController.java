package org.comparto.feature;

import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search box of the map. */
@RestController
class SearchController {

  /** What was found, best first. */
  record Results(List<FeatureSearch.Hit> items) {}

  private static final int MOST_WORDS = 200;

  private final FeatureSearch search;

  SearchController(FeatureSearch search) {
    this.search = search;
  }

  @GetMapping("/api/search")
  Results search(@RequestParam String q, @RequestParam(defaultValue = "10") int limit) {
    if (q.isBlank()) {
      throw new InvalidInputException("q", "q is empty; give a part of a name or a code");
    }
    if (q.length() > MOST_WORDS) {
      throw new InvalidInputException("q", "q has " + q.length() + " characters; " + MOST_WORDS + " are the most");
    }
    if (q.indexOf('\0') >= 0) {
      throw new InvalidInputException("q", "q holds a zero character");
    }
    if (limit < 1 || limit > 50) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to 50");
    }
    return new Results(search.find(q, limit));
  }
}
