package org.comparto.tour;

import java.time.Duration;
import java.util.function.Supplier;
import org.comparto.problem.Gate;
import org.springframework.stereotype.Component;

/** Planning keeps a processor busy for seconds: few tours are planned and timed at a time, others wait a little. */
@Component
class PlanningPlaces {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Gate planning = gate(2);
  private final Gate timing = gate(4);

  <T> T plan(Supplier<T> work) {
    return planning.pass(work::get);
  }

  <T> T time(Supplier<T> work) {
    return timing.pass(work::get);
  }

  private static Gate gate(int places) {
    return new Gate(places, PATIENCE, "As many tours as this server plans at a time are under way; try again in 10 seconds.");
  }
}
