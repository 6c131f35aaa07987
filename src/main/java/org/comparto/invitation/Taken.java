package org.comparto.invitation;

import java.time.LocalDate;
import org.comparto.hours.Window;

/**
 * A stretch of a host's day that somebody has, or has asked for and not yet been answered.
 *
 * @param window of the visit, on the clock of the place
 * @param about what it belongs to: "tour:12", "campaign:4"
 * @param accepted by the host; else it waits for the answer and is free again when that comes too late
 */
public record Taken(long host, LocalDate date, Window window, int people, String about, boolean accepted) {}
