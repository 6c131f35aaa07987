package org.comparto.orienteering;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.CascadingUpdateShadowVariable;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ai.timefold.solver.core.api.domain.variable.NextElementShadowVariable;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import ai.timefold.solver.core.api.domain.variable.PreviousElementShadowVariable;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The same instances given to Timefold: its usual search on one thread, calls of a tour as a list variable that need not hold all, being late as what must not be, scores as what counts, way as what is left. */
public final class TimefoldSearch {

  private TimefoldSearch() { }

  /**
   * @param problem one of {@link ToptwFile}: all routes alike, one window for each stop
   * @param watch gives the clock of the thread that searches, which says when its time is over
   */
  static List<int[]> solve(Problem problem, long seed, Function<Thread, java.util.function.BooleanSupplier> watch) throws InterruptedException {
    SolverConfig config = new SolverConfig().withSolutionClass(Day.class).withEntityClasses(Tour.class, Call.class).withConstraintProviderClass(Rules.class)
        .withRandomSeed(seed).withTerminationConfig(new TerminationConfig().withSpentLimit(Duration.ofHours(1)));
    Solver<Day> solver = SolverFactory.<Day>create(config).buildSolver();
    Day[] found = new Day[1];
    Thread searching = new Thread(() -> found[0] = solver.solve(new Day(problem)));
    searching.start();
    var over = watch.apply(searching);
    while (searching.isAlive() && !over.getAsBoolean()) {
      searching.join(5);
    }
    solver.terminateEarly();
    searching.join();
    List<int[]> none = IntStream.range(0, problem.routes().size()).mapToObj(i -> new int[0]).toList();
    return found[0].score.hardScore() < 0 ? none : found[0].tours.stream().map(tour -> tour.calls.stream().mapToInt(call -> call.stop).toArray()).toList();
  }

  /** A problem and its plan. */
  @PlanningSolution
  public static class Day {
    @PlanningEntityCollectionProperty
    public List<Tour> tours;
    @PlanningEntityCollectionProperty
    @ValueRangeProvider
    public List<Call> calls;
    @PlanningScore
    public HardMediumSoftLongScore score;

    public Day() { }

    Day(Problem problem) {
      tours = new ArrayList<>(IntStream.range(0, problem.routes().size()).mapToObj(i -> new Tour(i, problem.routes().get(i))).toList());
      calls = new ArrayList<>(IntStream.range(0, problem.stops().size()).mapToObj(i -> new Call(i, problem)).toList());
    }
  }

  /** A route. */
  @PlanningEntity
  public static class Tour {
    @PlanningId
    public int id;
    Route route;
    @PlanningListVariable(allowsUnassignedValues = true)
    public List<Call> calls = new ArrayList<>();

    public Tour() { }

    Tour(int id, Route route) {
      this.id = id;
      this.route = route;
    }
  }

  /** A stop on a route, or on none. */
  @PlanningEntity
  public static class Call {
    @PlanningId
    public int stop;
    int score;
    int service;
    Window window;
    int[][] travel;
    @InverseRelationShadowVariable(sourceVariableName = "calls")
    public Tour tour;
    @PreviousElementShadowVariable(sourceVariableName = "calls")
    public Call previous;
    @NextElementShadowVariable(sourceVariableName = "calls")
    public Call next;
    /** When the service begins; null on no route. */
    @CascadingUpdateShadowVariable(targetMethodName = "time")
    public Long begins;

    public Call() { }

    Call(int stop, Problem problem) {
      this.stop = stop;
      Stop one = problem.stops().get(stop);
      score = one.score();
      service = one.service()[0];
      window = one.windows().get(0).get(0);
      travel = problem.travel().get(0);
    }

    public void time() {
      if (tour == null) {
        begins = null;
      } else {
        long left = previous == null ? tour.route.earliest() : previous.begins + previous.service;
        begins = Math.max(window.opens(), left + travel[previous == null ? 0 : previous.stop + 1][stop + 1]);
      }
    }

    long late() {
      long home = next != null ? 0 : begins + service + travel[stop + 1][0] - tour.route.latest();
      return Math.max(0, begins - window.closes()) + Math.max(0, home);
    }

    long way() {
      return travel[previous == null ? 0 : previous.stop + 1][stop + 1] + (next == null ? travel[stop + 1][0] : 0);
    }
  }

  /** What counts. */
  public static class Rules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {
          factory.forEach(Call.class).filter(call -> call.tour != null && call.late() > 0).penalizeLong(HardMediumSoftLongScore.ONE_HARD, Call::late).asConstraint("late"),
          factory.forEachIncludingUnassigned(Call.class).filter(call -> call.tour == null).penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, call -> call.score).asConstraint("lost score"),
          factory.forEach(Call.class).filter(call -> call.tour != null).penalizeLong(HardMediumSoftLongScore.ONE_SOFT, Call::way).asConstraint("way")};
    }
  }
}
