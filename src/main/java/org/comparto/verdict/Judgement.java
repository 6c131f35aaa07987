package org.comparto.verdict;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comparto.ruleset.Effect;
import org.comparto.ruleset.Rule;
import org.comparto.ruleset.Source;
import org.comparto.verdict.CaseRules.Counting;

/** What the rules of one case say of a face, by the shapes in which it lies (DOMAIN.md §1.5; docs/energy.md, how rules combine). */
final class Judgement {

  /** Result and reasons; basis and missing layers are sorted. */
  record Verdict(Result result, List<String> basis, List<String> missingLayers) {}

  /**
   * A rule on a face.
   *
   * @param alone what it says by itself
   * @param heeded the same, but where a rule of a higher priority decides against it
   */
  record Act(Truth alone, Truth heeded) {

    boolean isSetAside() {
      return alone.sure() && !heeded.possible();
    }
  }

  private final CaseRules rules;
  private final Surroundings around;
  private final Shapes shapes;
  private final List<Coverage> covering;
  /** Places in the list of rules, those of one priority together, the highest first. */
  private final List<List<Integer>> levels;

  /** Enters the shapes that the rules need. */
  Judgement(CaseRules rules, Surroundings around, Shapes shapes) {
    this.rules = rules;
    this.around = around;
    this.shapes = shapes;
    this.covering = rules.rules().stream().map(this::acting).toList();
    SortedMap<Integer, List<Integer>> byPriority = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < rules.rules().size(); i++) {
      byPriority.computeIfAbsent(rules.rules().get(i).rule().priority(), priority -> new ArrayList<>()).add(i);
    }
    this.levels = List.copyOf(byPriority.values());
  }

  List<Counting> rules() {
    return rules.rules();
  }

  /** What each rule says of a face, in the order of the rules. */
  List<Act> acts(BitSet face) {
    Act[] acts = new Act[covering.size()];
    Truth favour = Truth.FALSE; // what rules of higher priorities say
    Truth against = Truth.FALSE;
    for (List<Integer> level : levels) {
      Truth favourHere = favour;
      Truth againstHere = against;
      for (int i : level) {
        Truth alone = covering.get(i).at(face);
        Effect effect = rules.rules().get(i).rule().effect();
        if (effect == Effect.INCLUDE) {
          acts[i] = new Act(alone, alone.and(against.not()));
          favourHere = favourHere.or(acts[i].heeded);
        } else if (effect == Effect.UNSUITABLE || effect == Effect.PERMIT_ONLY) {
          acts[i] = new Act(alone, alone.and(favour.not()));
          againstHere = againstHere.or(acts[i].heeded);
        } else {
          acts[i] = new Act(alone, alone);
        }
      }
      favour = favourHere;
      against = againstHere;
    }
    return List.of(acts);
  }

  Verdict of(BitSet face) {
    List<Act> acts = acts(face);
    Reasons unsuitable = reasons(Effect.UNSUITABLE, acts);
    if (unsuitable.truth.sure()) {
      return new Verdict(Result.UNSUITABLE, unsuitable.sure, List.of());
    }
    Reasons forbidden = reasons(Effect.PERMIT_ONLY, acts);
    if (forbidden.truth.sure()) {
      return new Verdict(Result.GROUND_PV_FORBIDDEN, forbidden.sure, List.of());
    }
    Reasons suitable = reasons(Effect.INCLUDE, acts);
    Truth against = unsuitable.truth.or(forbidden.truth);
    if (suitable.truth.sure() && !against.possible()) {
      return new Verdict(Result.SUITABLE, suitable.sure, List.of());
    }
    Truth open = suitable.truth.sure() ? against : against.or(suitable.truth);
    if (open.possible()) {
      Set<String> basis = new TreeSet<>(unsuitable.possible);
      basis.addAll(forbidden.possible);
      basis.addAll(suitable.truth.sure() ? suitable.sure : suitable.possible);
      return new Verdict(Result.UNKNOWN, List.copyOf(basis), List.copyOf(new TreeSet<>(open.missing())));
    }
    return new Verdict(Result.ORDINARY, List.of(), List.of());
  }

  /** What the rules of one effect say together, and the names of those that surely or possibly act. */
  private record Reasons(Truth truth, List<String> sure, List<String> possible) {}

  private Reasons reasons(Effect effect, List<Act> all) {
    Truth truth = Truth.FALSE;
    Set<String> sure = new TreeSet<>();
    Set<String> possible = new TreeSet<>();
    for (int i = 0; i < all.size(); i++) {
      Counting counting = rules.rules().get(i);
      if (counting.rule().effect() == effect) {
        Truth acts = all.get(i).heeded;
        truth = truth.or(acts);
        if (acts.possible()) {
          (acts.sure() ? sure : possible).add(counting.name());
        }
      }
    }
    return new Reasons(truth, List.copyOf(sure), List.copyOf(possible));
  }

  private Coverage acting(Counting counting) {
    Rule rule = counting.rule();
    return switch (rule.effect()) {
      case PERMIT_ONLY -> rules.isExempt(rule) ? Coverage.NOTHING
          : sources(counting, rule.appliesTo(), 0).without(Coverage.any(rules.allowing(rule).stream().map(this::covered).toList()));
      case CAP -> rule.appliesTo().isEmpty() ? Coverage.EVERYTHING : sources(counting, rule.appliesTo(), 0);
      case INCLUDE, ALLOW, UNSUITABLE, WARN -> covered(counting);
    };
  }

  /** [(buffer of the sources ∩ restrictTo) ∪ (sources, if inside)] − the buffers of the exceptions. */
  private Coverage covered(Counting counting) {
    Rule rule = counting.rule();
    Coverage near = rule.everywhere() ? Coverage.EVERYTHING : sources(counting, rule.sources(), rule.bufferM());
    Coverage within = rule.restrictTo().isEmpty() ? near : near.and(sources(counting, rule.restrictTo(), 0));
    Coverage all = rule.inside() ? within.or(sources(counting, rule.sources(), 0)) : within;
    List<Coverage> exceptions = new ArrayList<>();
    rule.except().forEach(except -> exceptions.add(source(counting, except.source(), except.bufferM())));
    return all.without(Coverage.any(exceptions));
  }

  private Coverage sources(Counting counting, List<Source> sources, double metres) {
    return Coverage.any(sources.stream().map(source -> source(counting, source, metres)).toList());
  }

  private Coverage source(Counting counting, Source source, double metres) {
    Coverage sure = inside(shape(source, metres, false));
    Coverage doubtful = inside(shape(source, metres, true));
    Coverage known = known(counting, source);
    Truth unknown = Truth.unknown(source.layer());
    return face -> sure.at(face).sure() ? Truth.TRUE : known.at(face).sure() && !doubtful.at(face).sure() ? Truth.FALSE : unknown;
  }

  /** Where it is known what the source has: in territories where its layer is; of a layer that covers everything, only inside of it. */
  private Coverage known(Counting counting, Source source) {
    Set<String> knownIn = around.layers().get(source.layer()).knownIn();
    Coverage loaded = Coverage.any(around.territories().stream().filter(place -> knownIn.contains(place.code()))
        .map(place -> place.holdsAll() ? Coverage.EVERYTHING : inside(shapes.number(List.of(place.id()), 0))).toList());
    return counting.isComplete(source) ? loaded.and(inside(shape(Demand.whole(source), 0, false))) : loaded;
  }

  private int shape(Source source, double metres, boolean doubtful) {
    return shapes.number(around.on(rules.asked().date(), source, doubtful), metres);
  }

  private static Coverage inside(int shape) {
    return shape == Shapes.NONE ? Coverage.NOTHING : face -> Truth.of(face.get(shape));
  }
}
