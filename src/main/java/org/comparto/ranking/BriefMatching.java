package org.comparto.ranking;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plots held against what a brief asks for. A value that is not known neither meets nor fails: it is a question for the desk.
 *
 * @param fits of the plots that fail at most one requirement, in the order in which they were given
 */
record BriefMatching(List<Fit> fits) {

  /** How one plot meets one requirement. */
  enum Outcome {
    @JsonProperty("met") MET,
    @JsonProperty("failed") FAILED,
    @JsonProperty("unknown") UNKNOWN
  }

  /**
   * How one plot fits.
   *
   * @param outcomes in the order of the requirements
   * @param shares how far off, as {@link Requirement#share}; 0 where it is met, 1 where it is not known
   */
  record Fit(int plot, Outcome[] outcomes, double[] shares) {

    int failures() {
      return count(Outcome.FAILED);
    }

    int unknowns() {
      return count(Outcome.UNKNOWN);
    }

    /** The only requirement that fails. */
    int failed() {
      return Arrays.asList(outcomes).indexOf(Outcome.FAILED);
    }

    /** The mean over the requirements of 1 where met, of what is not missing where failed, of 0 where not known. */
    double score() {
      return Ranking.rounded(outcomes.length == 0 ? 1 : Arrays.stream(shares).map(share -> 1 - Math.min(1, share)).sum() / outcomes.length);
    }

    private int count(Outcome outcome) {
      return (int) Arrays.stream(outcomes).filter(o -> o == outcome).count();
    }
  }

  /**
   * @param numbers by requirement and plot, NaN for not known; not looked at where a code is asked for
   * @param codes by requirement and plot, null for not known; looked at only there
   */
  static BriefMatching of(List<Requirement> requirements, int plots, double[][] numbers, @Nullable List<String>[][] codes) {
    List<Fit> fits = new ArrayList<>();
    for (int i = 0; i < plots; i++) {
      Outcome[] outcomes = new Outcome[requirements.size()];
      double[] shares = new double[requirements.size()];
      for (int k = 0; k < outcomes.length; k++) {
        Requirement requirement = requirements.get(k);
        if (requirement.isAboutCodes()) {
          List<String> known = codes[k][i];
          outcomes[k] = known == null ? Outcome.UNKNOWN : known.contains(requirement.code()) ? Outcome.MET : Outcome.FAILED;
        } else {
          double value = numbers[k][i];
          outcomes[k] = Double.isNaN(value) ? Outcome.UNKNOWN : requirement.isMetBy(value) ? Outcome.MET : Outcome.FAILED;
        }
        shares[k] = switch (outcomes[k]) {
          case MET -> 0;
          case UNKNOWN -> 1;
          case FAILED -> requirement.isAboutCodes() ? 1 : requirement.share(numbers[k][i]);
        };
      }
      Fit fit = new Fit(i, outcomes, shares);
      if (fit.failures() <= 1) {
        fits.add(fit);
      }
    }
    return new BriefMatching(fits);
  }

  /** Plots that meet everything, in the order given. */
  List<Fit> matches() {
    return fits.stream().filter(fit -> fit.failures() == 0 && fit.unknowns() == 0).toList();
  }

  /** Plots that fail nothing that is known, those with the fewest questions first. */
  List<Fit> open() {
    return fits.stream().filter(fit -> fit.failures() == 0 && fit.unknowns() > 0).sorted(Comparator.comparingInt(Fit::unknowns)).toList();
  }

  /** Plots that fail exactly one requirement: those with the fewest questions first, then those that miss it least. */
  List<Fit> nearMisses() {
    return fits.stream().filter(fit -> fit.failures() == 1)
        .sorted(Comparator.comparingInt(Fit::unknowns).thenComparingDouble(fit -> fit.shares()[fit.failed()])).toList();
  }

  /** How many near misses each requirement alone is to blame for. */
  int[] missedBy(int requirements) {
    List<Fit> near = nearMisses();
    return IntStream.range(0, requirements).map(k -> (int) near.stream().filter(fit -> fit.failed() == k).count()).toArray();
  }
}
