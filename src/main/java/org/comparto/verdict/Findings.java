package org.comparto.verdict;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.comparto.ruleset.Effect;
import org.comparto.ruleset.Rule;
import org.comparto.ruleset.Ruleset;
import org.comparto.verdict.CaseRules.Counting;
import org.comparto.verdict.Division.Piece;
import org.comparto.verdict.Judgement.Act;

/** What each rule by itself says of an area. */
final class Findings {

  private static final Set<Effect> GRANTING = Set.of(Effect.INCLUDE, Effect.ALLOW);

  /** What is smaller does not make a rule act. */
  private static final double LEAST_M2 = 1;

  private final Judgement judgement;
  private final List<Piece> pieces;
  private final Merging merging;
  private final double areaM2;

  Findings(Judgement judgement, List<Piece> pieces, Merging merging, double areaM2) {
    this.judgement = judgement;
    this.pieces = pieces;
    this.merging = merging;
    this.areaM2 = areaM2;
  }

  List<Finding> all() {
    List<List<Act>> acts = pieces.stream().map(piece -> judgement.acts(piece.shapes())).toList();
    return IntStream.range(0, judgement.rules().size())
        .mapToObj(rule -> of(judgement.rules().get(rule), acts.stream().map(all -> all.get(rule)).toList())).toList();
  }

  /** @param acts of the rule on each of the pieces */
  private Finding of(Counting counting, List<Act> acts) {
    BitSet sure = new BitSet();
    BitSet open = new BitSet();
    BitSet setAside = new BitSet();
    Set<String> missing = new TreeSet<>();
    for (int i = 0; i < pieces.size(); i++) {
      Truth heeded = acts.get(i).heeded();
      if (heeded.possible()) {
        (heeded.sure() ? sure : open).set(i);
        missing.addAll(heeded.missing());
      } else {
        setAside.set(i, acts.get(i).isSetAside());
      }
    }
    Ruleset set = counting.set();
    Rule rule = counting.rule();
    double sureM2 = merging.m2(sure);
    double openM2 = merging.m2(open);
    boolean shown = rule.effect() != Effect.CAP && sureM2 > 0;
    return new Finding(set.id(), set.version(), set.status(), rule.id(), rule.effect(), rule.title(), outcome(rule.effect(), sureM2, openM2), sureM2,
        merging.m2(setAside), openM2,
        List.copyOf(missing), shown ? merging.merge(sure) : null, rule.cite(), rule.limits(), rule.priority(), rule.sized());
  }

  private Outcome outcome(Effect effect, double sureM2, double openM2) {
    double tolerated = Kernel.tolerated(areaM2);
    boolean all = sureM2 >= areaM2 - tolerated;
    boolean none = sureM2 < LEAST_M2;
    if (effect == Effect.CAP) {
      return none ? Outcome.PASS : Outcome.UNKNOWN; // how much of the limit is used up is not known here
    }
    if (all) {
      return GRANTING.contains(effect) ? Outcome.PASS : Outcome.FAIL;
    }
    if (!none) {
      return Outcome.PART;
    }
    return openM2 > tolerated ? Outcome.UNKNOWN : GRANTING.contains(effect) ? Outcome.FAIL : Outcome.PASS;
  }
}
