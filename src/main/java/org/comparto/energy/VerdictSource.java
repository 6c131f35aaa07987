package org.comparto.energy;

import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who says what the rules make of an area; verdicts are JSON as {@code POST /api/energy/verdicts} answers them. */
public interface VerdictSource {

  /** @throws NotFoundException if none is kept under this id */
  JsonNode find(String id);

  /**
   * Gives a verdict and keeps it.
   *
   * @param question as it is sent to {@code POST /api/energy/verdicts}
   * @throws InvalidInputException naming what of it can not be used
   */
  JsonNode ask(ObjectNode question);

  /** Something rests on a verdict from now on, for instance {@code energy_area/17}: it is not to be forgotten. */
  void refer(String id, String what);
}
