package org.comparto.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.comparto.estate.Freshness;
import org.jspecify.annotations.Nullable;

/**
 * How old what is said of a plot is, on a day.
 *
 * @param basis the attribute that gives the day: verified_on, else surveyed_on, else updated_at
 * @param days since then
 */
record Age(String basis, @Nullable LocalDate on, long days) {

  /** Old is marked, withdrawn is hidden from the public until somebody confirms it, by the days of {@link Freshness}. */
  enum State { FRESH, OLD, WITHDRAWN }

  static Age of(PlotRecord plot, LocalDate day) {
    String basis = plot.date("verified_on") != null ? "verified_on" : plot.date("surveyed_on") != null ? "surveyed_on" : "updated_at";
    LocalDate on = plot.date(basis);
    return new Age(basis, on, Math.max(0, ChronoUnit.DAYS.between(on, day)));
  }

  State state() {
    return days > Freshness.HIDDEN_AFTER_DAYS ? State.WITHDRAWN : days > Freshness.MARKED_AFTER_DAYS ? State.OLD : State.FRESH;
  }
}
