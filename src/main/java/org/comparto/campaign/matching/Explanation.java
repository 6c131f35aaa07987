package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why somebody is not where it would like to be, against the assignment that is shown, in which nobody else moves. */
public final class Explanation {

  private final Problem problem;
  private final Fit fit;
  private final List<Visit> visits;
  private final Load load;
  private final List<List<Integer>> slotsOf = new ArrayList<>();

  public Explanation(Problem problem, List<Visit> visits) {
    this.problem = problem;
    this.fit = new Fit(problem);
    this.visits = visits;
    this.load = Load.of(problem, visits);
    problem.groups().forEach(group -> slotsOf.add(new ArrayList<>(2)));
    visits.forEach(visit -> slotsOf.get(visit.group()).add(visit.slot()));
  }

  /** What a visit breaks, as it stands; empty but for what somebody has put there. */
  public List<Violation> violations(Visit visit) {
    load.take(visit.group(), visit.slot(), -1);
    List<Integer> others = new ArrayList<>(slotsOf.get(visit.group()));
    others.remove(Integer.valueOf(visit.slot()));
    List<Violation> found = fit.violations(load, visit.group(), visit.slot(), others);
    load.take(visit.group(), visit.slot(), 1);
    return found;
  }

  /** Groups that lack visits. */
  public List<Unserved> unserved() {
    List<Unserved> all = new ArrayList<>();
    for (int group = 0; group < problem.groups().size(); group++) {
      int missing = problem.groups().get(group).visits() - slotsOf.get(group).size();
      if (missing > 0) {
        all.add(unserved(group, missing));
      }
    }
    return all;
  }

  private Unserved unserved(int group, int missing) {
    Map<Limit, Relaxation> cheapest = new EnumMap<>(Limit.class);
    List<Violation> fewest = null;
    List<Relaxation> together = List.of();
    Integer free = null;
    for (int slot = 0; slot < problem.slots().size(); slot++) {
      List<Violation> broken = fit.violations(load, group, slot, slotsOf.get(group));
      if (broken.isEmpty() && free == null) {
        free = slot;
      }
      if (broken.size() == 1 && broken.get(0).limit().canRelax()) {
        cheapest.merge(broken.get(0).limit(), new Relaxation(broken.get(0).limit(), slot, broken.get(0).quantity()), Explanation::cheaper);
      }
      if (fewest == null || weight(broken) < weight(fewest)) {
        fewest = broken;
      }
      if (broken.stream().allMatch(one -> one.limit().canRelax()) && (together.isEmpty() || cost(broken) < together.stream().mapToDouble(Relaxation::cost).sum())) {
        int there = slot;
        together = broken.stream().map(one -> new Relaxation(one.limit(), there, one.quantity())).sorted().toList();
      }
    }
    List<Relaxation> relaxations = cheapest.values().stream().sorted().toList();
    List<Limit> limits = free != null || fewest == null ? List.of()
        : relaxations.isEmpty() ? fewest.stream().map(Violation::limit).toList() : List.of(relaxations.get(0).limit());
    return new Unserved(group, missing, limits, free == null ? relaxations : List.of(), free == null && relaxations.isEmpty() ? together : List.of(), free, free == null && relaxations.isEmpty() ? insteadOf(group) : null);
  }

  private static Relaxation cheaper(Relaxation one, Relaxation other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static double cost(List<Violation> broken) {
    return broken.stream().mapToDouble(one -> one.limit().cost(one.quantity())).sum();
  }

  /** Few first, then cheap. */
  private static double weight(List<Violation> broken) {
    return 1000.0 * broken.size() + cost(broken);
  }

  /** The visit that is worth least of those whose leaving makes room; null if no single one does. */
  private @Nullable Visit insteadOf(int group) {
    return visits.stream().filter(visit -> !visit.locked() && visit.group() != group)
        .sorted(Comparator.comparingInt((Visit visit) -> problem.groups().get(visit.group()).points()[problem.slots().get(visit.slot()).host()])
            .thenComparingInt(Visit::group).thenComparingInt(Visit::slot))
        .filter(visit -> makesRoom(visit, group)).findFirst().orElse(null);
  }

  private boolean makesRoom(Visit leaving, int group) {
    load.take(leaving.group(), leaving.slot(), -1);
    try {
      int host = problem.slots().get(leaving.slot()).host();
      for (int slot = 0; slot < problem.slots().size(); slot++) {
        if (problem.slots().get(slot).host() == host && fit.violations(load, group, slot, slotsOf.get(group)).isEmpty()) {
          return true;
        }
      }
      return false;
    } finally {
      load.take(leaving.group(), leaving.slot(), 1);
    }
  }

  /** Preferred hosts that a group did not get although they are worth more to it than what it got. */
  public List<Wish> wishes() {
    List<Wish> all = new ArrayList<>();
    for (int group = 0; group < problem.groups().size(); group++) {
      Group who = problem.groups().get(group);
      List<Integer> got = slotsOf.get(group).stream().map(slot -> problem.slots().get(slot).host()).toList();
      int least = got.size() < who.visits() ? 0 : got.stream().mapToInt(host -> who.points()[host]).min().orElse(0);
      for (int host = 0; host < who.points().length; host++) {
        if (who.points()[host] > least && !got.contains(host)) {
          Wish wish = wish(group, host);
          if (wish != null) {
            all.add(wish);
          }
        }
      }
    }
    return all;
  }

  private @Nullable Wish wish(int group, int host) {
    // a group that has all its visits would give up the one that is worth least to it
    List<Integer> mine = new ArrayList<>(slotsOf.get(group));
    if (mine.size() >= problem.groups().get(group).visits()) {
      mine.stream().min(Comparator.comparingInt(slot -> problem.groups().get(group).points()[problem.slots().get(slot).host()])).ifPresent(mine::remove);
    }
    Wish least = null;
    double lightest = Double.MAX_VALUE;
    for (int slot = 0; slot < problem.slots().size(); slot++) {
      if (problem.slots().get(slot).host() == host) {
        List<Violation> broken = fit.violations(load, group, slot, mine);
        if (weight(broken) < lightest) {
          lightest = weight(broken);
          List<Limit> limits = broken.stream().map(Violation::limit).toList();
          least = new Wish(group, host, slot, limits, limits.stream().anyMatch(Limit::isCapacity) ? there(slot, limits) : List.of());
        }
      }
    }
    return least;
  }

  private List<Integer> there(int slot, List<Limit> limits) {
    Slot at = problem.slots().get(slot);
    return visits.stream().filter(visit -> {
      Slot its = problem.slots().get(visit.slot());
      return visit.slot() == slot || its.host() == at.host() && (limits.contains(Limit.HOST_TOTAL) || limits.contains(Limit.HOST_DAY) && its.day() == at.day());
    }).map(Visit::group).distinct().toList();
  }
}
