package org.comparto.sheet;

import java.time.Duration;
import java.util.function.Supplier;
import org.comparto.problem.Gate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Setting a sheet takes a processor and some memory for a second: only a few are made at a time, others wait a little and are then told when to come back. */
@Component
public class SheetPlaces {

  private final Gate gate;

  /** @param places sheets made at the same time @param patience how long one waits for a place */
  SheetPlaces(@Value("${comparto.sheets.places:2}") int places, @Value("${comparto.sheets.patience:5s}") Duration patience) {
    gate = new Gate(places, patience, "As many fact sheets as this server makes at a time are under way; try again in 10 seconds.");
  }

  /** @throws org.comparto.problem.RefusedException 503 with Retry-After if no place gets free in time */
  public <T> T make(Supplier<T> sheet) {
    return gate.pass(sheet::get);
  }
}
