package org.comparto.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.ruleset.Source;

/**
 * What some cases read, once for all of them.
 *
 * @param farthest the sources, each with the largest distance in metres to which it is read
 * @param layers the ids of their layers, whether or not there are such layers
 */
record Demand(Map<Source, Double> farthest, Set<String> layers) {

  static Demand of(List<CaseRules> cases) {
    Map<Source, Double> farthest = new LinkedHashMap<>();
    for (CaseRules one : cases) {
      for (CaseRules.Counting counting : one.read()) {
        counting.readings().forEach(reading -> {
          farthest.merge(reading.source(), reading.metres(), Math::max);
          if (counting.isComplete(reading.source())) {
            farthest.merge(whole(reading.source()), 0.0, Math::max);
          }
        });
      }
    }
    Set<String> layers = new TreeSet<>();
    farthest.keySet().forEach(source -> layers.add(source.layer()));
    return new Demand(farthest, layers);
  }

  /** All features of a source's layer. */
  static Source whole(Source source) {
    return new Source(source.layer(), null, 0);
  }
}
