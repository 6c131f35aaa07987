package org.comparto.ranking;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which way is better where nobody would say otherwise: cheaper, nearer, sooner there, more capacity. Of area, height or density more is not
 * better for everybody, and a high-voltage line nearby is a supply to one and a burden to another, so that they have none.
 */
final class EvidentDirection {

  private static final Map<String, Direction> BY_NAME = Map.of("price_eur_m2", Direction.MIN, "price_eur", Direction.MIN,
      "urbanisation_charges_eur_m2", Direction.MIN, "electricity_kw", Direction.MAX, "gas_m3_h", Direction.MAX, "water_l_s", Direction.MAX,
      "sewer_l_s", Direction.MAX, "fibre_mbit_s", Direction.MAX);
  private static final Set<String> PRICES = Set.of("price_eur_m2", "price_eur");

  private EvidentDirection() {}

  static Optional<Direction> of(String attribute) {
    boolean near = attribute.matches("(truck|car)_(min|km)_.+") || (attribute.endsWith("_distance_m") && !attribute.startsWith("high_voltage"));
    return near ? Optional.of(Direction.MIN) : Optional.ofNullable(BY_NAME.get(attribute));
  }

  /** Prices compare only where they are of the same kind: a yearly rent is no bargain beside an asking price. */
  static boolean isPrice(String attribute) {
    return PRICES.contains(attribute);
  }
}
