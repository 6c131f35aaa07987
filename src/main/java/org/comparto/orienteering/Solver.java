package org.comparto.orienteering;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Searches plans: as many musts as possible, then the highest score, then the least time, then the least waiting. */
public final class Solver {

  private Solver() { }

  /**
   * @param better is given every plan that is better than all before, from the first on
   * @param stop is asked often, and ends the search when it says so
   */
  public static Outcome solve(Problem problem, Search search, Consumer<Plan> better, BooleanSupplier stop) {
    long deadline = System.nanoTime() + search.most().toNanos();
    return new Annealing(new Model(problem), search, deadline, better, stop).run();
  }
}
