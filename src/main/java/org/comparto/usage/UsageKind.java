package org.comparto.usage;

import java.util.Locale;

/** What is counted. */
public enum UsageKind {

  /** Somebody looked for plots. */
  SEARCH,
  /** A search asked for this attribute: its name is counted, its value is not. */
  FILTER,
  /** Somebody read about one plot, on the map, on its page or by a program. */
  PLOT_VIEW,
  /** A fact sheet of a plot was written. */
  FACT_SHEET,
  /** Somebody asked the desk; of no plot where none was named. */
  INQUIRY;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
