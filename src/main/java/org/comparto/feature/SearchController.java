package org.comparto.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search box of the map. */
@RestController
class SearchController {

  /**
   * What was found, best first.
   *
   * @param note why a cadastral reference led nowhere, as a code; null if the words are none, or it led to its parcel
   */
  record Results(List<Hit> items, @Nullable String note) {}

  private static final int MOST_WORDS = 200;

  private final FeatureSearch search;
  private final AddressSearch addresses;
  private final CadastralParcels parcels;

  SearchController(FeatureSearch search, AddressSearch addresses, CadastralParcels parcels) {
    this.search = search;
    this.addresses = addresses;
    this.parcels = parcels;
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
    Optional<CadastralParcels.Answer> cadastral = CadastralReference.parse(q).map(reference -> parcels.find(reference, limit));
    if (cadastral.isPresent() && !cadastral.get().parcels().isEmpty()) {
      return new Results(cadastral.get().parcels(), null);
    }
    String note = cadastral.map(answer -> answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')).orElse(null);
    return new Results(best(search.find(q, limit), addresses.find(q, limit), limit), note);
  }

  /** One list of both; what both have found is there once, with its address. */
  private static List<Hit> best(List<Hit> named, List<Hit> addressed, int limit) {
    List<Hit> all = new ArrayList<>(named.stream().filter(hit -> addressed.stream().noneMatch(other -> other.isOf(hit) && other.score() >= hit.score()))
        .toList());
    addressed.stream().filter(hit -> all.stream().noneMatch(hit::isOf)).forEach(all::add);
    return all.stream().sorted(Comparator.comparingDouble(Hit::score).reversed()).limit(limit).toList();
  }
}
