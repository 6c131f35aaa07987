package org.comparto.orienteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What routes of different drafts are worth together, next to trying all of them. */
class RoutePoolTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void routesOfDifferentDraftsAreCombinedAsWellAsTheyCanBe(int trips) {
    int better = 0;
    for (int seed = 0; seed < 60; seed++) {
      Problem problem = RandomProblem.of(seed, 12, trips);
      if (seed % 2 == 0) { // coaches on the same terms
        Problem one = RandomProblem.of(seed, 12, 1);
        problem = alike(one, trips);
      }
      Model model = new Model(problem);
      RoutePool pool = new RoutePool(model);
      List<Draft> drafts = drafts(model, 6 - trips / 2, seed);
      drafts.forEach(pool::remember);
      long bestDraft = drafts.stream().mapToLong(draft -> draft.worth).max().orElseThrow();
      long best = best(model, drafts, 0, new HashSet<>());

      List<int[]> combined = pool.combine(bestDraft);

      if (best == bestDraft) {
        assertThat(combined).isNull();
      } else {
        better++;
        assertThat(combined).hasSize(trips);
        assertThat(worth(model, problem, combined)).as("seed %d", seed).isEqualTo(best);
      }
    }
    assertThat(better).isGreaterThan(5);
  }

  private static Problem alike(Problem one, int trips) {
    List<Stop> stops = one.stops().stream().map(stop -> new Stop(stop.place(), stop.score(), stop.must(), IntStream.generate(() -> stop.service()[0]).limit(trips).toArray(),
        IntStream.range(0, trips).mapToObj(i -> stop.windows().get(0)).toList(), stop.before())).toList();
    return new Problem(IntStream.range(0, trips).mapToObj(i -> one.routes().get(0)).toList(), stops, one.travel(), one.follows());
  }

  /** Drafts as chance makes them: some stops are left out before the rest is placed. */
  private static List<Draft> drafts(Model model, int count, long seed) {
    Dice dice = new Dice(seed);
    Recreate recreate = new Recreate(model, dice);
    Ruin ruin = new Ruin(model, dice);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Draft draft = new Draft(model);
      recreate.apply(draft, dice.below(model.stops));
      ruin.apply(draft);
      drafts.add(draft);
    }
    return drafts;
  }

  /** The most that trips from one on are worth, each as in some draft on the same terms or empty. */
  private static long best(Model model, List<Draft> drafts, int t, Set<Integer> visited) {
    if (t == model.terms.length) {
      return 0;
    }
    long best = best(model, drafts, t + 1, visited);
    for (Draft draft : drafts) {
      for (int other = 0; other < model.terms.length; other++) {
        List<Integer> stops = IntStream.of(draft.trips[other].order()).boxed().toList();
        if (model.terms[other].isLike(model.terms[t]) && stops.stream().noneMatch(visited::contains)) {
          Set<Integer> more = new HashSet<>(visited);
          more.addAll(stops);
          best = Math.max(best, stops.stream().mapToLong(stop -> model.worth[stop]).sum() + best(model, drafts, t + 1, more));
        }
      }
    }
    return best;
  }

  private static long worth(Model model, Problem problem, List<int[]> orders) {
    Draft draft = new Draft(model);
    Set<Integer> visited = new HashSet<>();
    for (int t = 0; t < orders.size(); t++) {
      for (int stop : orders.get(t)) {
        assertThat(visited.add(stop)).as("nobody is visited twice").isTrue();
      }
      draft.trips[t].set(orders.get(t), orders.get(t).length);
      assertThat(draft.trips[t].fits()).isTrue();
      assertThat(problem.keepsOrder(orders.get(t))).isTrue();
    }
    draft.gather();
    return draft.worth;
  }
}
