package org.comparto.host;

import java.time.LocalDate;
import java.util.List;
import org.comparto.hours.Window;

/** Knows what of a host's days is taken: whoever keeps bookings. */
public interface TakenSlots {

  /** A stretch of a day; by whom is nobody's business. */
  record Slot(LocalDate date, Window window) {}

  /** By date and time. @param to the last day, included */
  List<Slot> of(long host, LocalDate from, LocalDate to);
}
