package org.comparto.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How old what is said of a plot is, on a day.
 *
 * @param basis the attribute that gives the day: verified_on, else surveyed_on, else updated_at
 * @param days since then
 */
record Freshness(String basis, @Nullable LocalDate on, long days) {

  /** After so many days without being confirmed a record is marked. */
  static final int OLD_DAYS = 180;
  /** After so many days without being confirmed a record is withdrawn from the public until somebody confirms it. */
  static final int WITHDRAWN_DAYS = 360;

  enum State { FRESH, OLD, WITHDRAWN }

  static Freshness of(PlotRecord plot, LocalDate day) {
    String basis = plot.date("verified_on") != null ? "verified_on" : plot.date("surveyed_on") != null ? "surveyed_on" : "updated_at";
    LocalDate on = plot.date(basis);
    return new Freshness(basis, on, Math.max(0, ChronoUnit.DAYS.between(on, day)));
  }

  State state() {
    return days > WITHDRAWN_DAYS ? State.WITHDRAWN : days > OLD_DAYS ? State.OLD : State.FRESH;
  }
}
