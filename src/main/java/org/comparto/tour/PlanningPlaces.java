package org.comparto.tour;

import java.util.function.Supplier;
import org.comparto.problem.Gate;
import org.springframework.stereotype.Component;

/** Planning keeps a processor busy for seconds: few tours are planned and timed at a time, others wait a little. */
@Component
class PlanningPlaces {

  private final Gate planning;
  private final Gate timing;

  PlanningPlaces(TourProperties properties) {
    planning = gate(2, properties);
    timing = gate(4, properties);
  }

  <T> T plan(Supplier<T> work) {
    return planning.pass(work::get);
  }

  <T> T time(Supplier<T> work) {
    return timing.pass(work::get);
  }

  private static Gate gate(int places, TourProperties properties) {
    return new Gate(places, properties.patience(), "As many tours as this server plans at a time are under way; try again in 10 seconds.");
  }
}
