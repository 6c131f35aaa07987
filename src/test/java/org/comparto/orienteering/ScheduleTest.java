package org.comparto.orienteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the times of a route are, told by hand and held against letting time pass tick by tick. */
class ScheduleTest {

  private static final int[][] LINE = {{0, 10, 20}, {10, 0, 10}, {20, 10, 0}};

  @Test
  void leavesAsLateAsItCanWithoutBeingBackAnyLater() {
    Schedule schedule = Schedule.of(problem(null, stop(1, 5, 2, new Window(50, 60)), stop(2, 5, 0, new Window(0, 90))), 0, 0, 1);

    // the first visit may not begin before 50; with 2 ticks before it and 10 on the way, leaving at 38 is early enough
    assertThat(schedule).isEqualTo(new Schedule(38, List.of(new Visit(0, 48, 0, 50, 53, 0, true), new Visit(1, 63, 0, 63, 68, 0, true)), null, 88, 0, true));
    assertThat(schedule.fits()).isTrue();
    assertThat(schedule.duration()).isEqualTo(50);
  }

  @Test
  void takesThePauseWhileItWaitsForAWindow() {
    Schedule schedule = Schedule.of(problem(new Pause(30, 40, 15), stop(1, 5, 0, new Window(0, 20)), stop(2, 5, 0, new Window(45, 90))), 0, 0, 1);

    assertThat(schedule.pause()).isEqualTo(new Rest(1, true, 30, 0));
    assertThat(schedule.arrives()).isEqualTo(70);
    assertThat(schedule.waiting()).isZero();
  }

  @Test
  void needsNoPauseWhereItIsBackBefore() {
    assertThat(Schedule.of(problem(new Pause(30, 40, 15), stop(1, 5, 0, new Window(0, 20)), stop(2, 5, 0, new Window(45, 90))), 0, 0).pause()).isNull();
  }

  @Test
  void waitsForTheNextWindowAndTellsHowLateItIsAfterTheLast() {
    Problem problem = problem(null, stop(1, 5, 0, new Window(0, 5), new Window(20, 25)), stop(2, 5, 0, new Window(0, 12)));

    assertThat(Schedule.of(problem, 0, 0).visits().get(0).start()).isEqualTo(20);
    Schedule late = Schedule.of(problem, 0, 0, 1);
    assertThat(late.departs()).isZero();
    assertThat(late.visits().get(1)).isEqualTo(new Visit(1, 35, 0, 35, 40, 23, true));
    assertThat(late.fits()).isFalse();
  }

  @Test
  void tellsRoadsAndWindowsThatAreNotThere() {
    int[][] cut = {{0, Problem.NEVER, 20}, {10, 0, 10}, {20, 10, 0}};
    Problem problem = new Problem(List.of(new Route(0, 0, 0, 100, 0, null)), List.of(stop(1, 5, 0, new Window(0, 50)), stop(2, 5, 0)), List.<int[][]>of(cut));

    assertThat(Schedule.of(problem, 0, 0).visits().get(0).reached()).isFalse();
    assertThat(Schedule.of(problem, 0, 1).visits().get(0).lateness()).isEqualTo(Problem.NEVER);
  }

  @Test
  void agreesWithTimePassingTickByTick() {
    Random random = new Random(7);
    int fitting = 0;
    for (int seed = 0; seed < 600; seed++) {
      Problem problem = RandomProblem.of(seed, 7, 1);
      int[] order = order(random, 7, 1 + random.nextInt(4));
      Schedule schedule = Schedule.of(problem, 0, order);
      int expected = StepByStep.arrives(problem, 0, order);

      assertThat(schedule.fits()).as("problem %d", seed).isEqualTo(expected != StepByStep.CANNOT);
      if (schedule.fits()) {
        fitting++;
        assertThat(schedule.arrives()).as("end of problem %d", seed).isEqualTo(expected);
        assertThat(StepByStep.arrives(problem, 0, schedule.departs(), order)).as("leaving late in problem %d", seed).isEqualTo(expected);
      }
    }
    assertThat(fitting).isBetween(100, 500);
  }

  /** What the search asks of its arrays is what the times say. */
  @Test
  void agreesWithWhatTheSearchKnowsOfATrip() {
    Random random = new Random(11);
    for (int seed = 0; seed < 2_000; seed++) {
      Problem problem = RandomProblem.of(seed, 8, 1);
      int[] order = order(random, 8, random.nextInt(6));
      Trip trip = new Trip(new Terms(problem, 0));
      trip.set(order, order.length);
      Schedule schedule = Schedule.of(problem, 0, order);
      if (order.length > 0) {
        assertThat(trip.fits()).as("problem %d", seed).isEqualTo(schedule.fits());
      }
      if (schedule.fits()) {
        assertThat(trip.arrives - (order.length == 0 ? trip.arrives - schedule.arrives() : 0)).as("end of problem %d", seed).isEqualTo(schedule.arrives());
        int other = IntStream.range(0, 8).filter(stop -> IntStream.of(order).noneMatch(visited -> visited == stop)).findFirst().orElseThrow();
        for (int at = 0; at <= order.length; at++) {
          int before = at;
          int[] longer = IntStream.range(0, order.length + 1).map(i -> i < before ? order[i] : i == before ? other : order[i - 1]).toArray();
          assertThat(trip.cost(at, other) < Terms.FAR).as("stop %d at %d of problem %d", other, at, seed).isEqualTo(Schedule.of(problem, 0, longer).fits());
        }
      }
    }
  }

  private static int[] order(Random random, int stops, int length) {
    List<Integer> all = new java.util.ArrayList<>(IntStream.range(0, stops).boxed().toList());
    java.util.Collections.shuffle(all, random);
    return all.stream().limit(length).mapToInt(Integer::intValue).toArray();
  }

  private static Stop stop(int place, int service, int before, Window... windows) {
    return new Stop(place, 1, false, new int[] {service}, List.of(List.of(windows)), before);
  }

  private static Problem problem(Pause pause, Stop... stops) {
    return new Problem(List.of(new Route(0, 0, 0, 100, 0, pause)), List.of(stops), List.<int[][]>of(LINE));
  }
}
