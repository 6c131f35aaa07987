package org.comparto.ruleset;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a set. It covers [(buffer of the sources ∩ restrictTo) ∪ (sources, if inside)] − the buffers of its exceptions.
 *
 * @param id unique in its set; other rules call it by this id, rules of other sets by {@code set/id}
 * @param technologies for which it counts, as the code list technology has them
 * @param sources united; empty where everywhere is true, and for PERMIT_ONLY and CAP
 * @param everywhere it covers all ground but its exceptions
 * @param inside the sources themselves are covered, wherever restrictTo lies
 * @param bufferM so far around the sources, in metres of the compute CRS
 * @param restrictTo united; empty for anywhere
 * @param except what it does not cover, local to this rule
 * @param appliesTo where a PERMIT_ONLY rule forbids, and where a CAP counts; united
 * @param allowIfAny the rules, each as {@code set/id}, whose coverage a PERMIT_ONLY rule leaves free
 * @param exemptIf projects for which a PERMIT_ONLY rule does not count: cer, pnrr
 * @param priority of INCLUDE, PERMIT_ONLY and UNSUITABLE: where a rule that makes suitable and one that speaks against it act on the same ground, the higher
 *     one decides; 0 if nothing is said
 * @param unverified what of the rule nobody has read in the act; null where it was read
 */
public record Rule(String id, Effect effect, Set<String> technologies, List<Source> sources, boolean everywhere, boolean inside,
    double bufferM, List<Source> restrictTo, List<Except> except, List<Source> appliesTo, List<String> allowIfAny,
    List<String> exemptIf, int priority, List<Limit> limits, Localized title, Cite cite, @Nullable Localized unverified) {

  /** The ids of all layers that it reads. */
  public List<String> layers() {
    return everySource().map(Source::layer).distinct().toList();
  }

  /** What it reads only from a size on. */
  public List<Source> sized() {
    return everySource().filter(source -> source.minAreaM2() > 0).distinct().toList();
  }

  private Stream<Source> everySource() {
    return Stream.of(sources.stream(), restrictTo.stream(), except.stream().map(Except::source), appliesTo.stream()).flatMap(s -> s);
  }
}
