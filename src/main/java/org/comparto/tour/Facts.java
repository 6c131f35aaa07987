package org.comparto.tour;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comparto.host.Host;
import org.comparto.invitation.Taken;

/**
 * What is known beside the question, the same for a whole answer.
 *
 * @param hosts by number, every one that the question names
 * @param taken of these hosts, some days before and after the tour
 * @param today on the clock of the place
 */
record Facts(Map<Long, Host> hosts, List<Taken> taken, TourRoads roads, TourRoads.Present present, LocalDate today) {}
