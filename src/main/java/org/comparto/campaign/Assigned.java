package org.comparto.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is kept: it holds whatever becomes of the order of the document.
 *
 * @param locked put there by somebody, and kept when the campaign is solved again; null is no
 */
record Assigned(String group, String host, LocalDate date, Clock from, @Nullable Boolean locked) {}
