package org.comparto.owner;

import java.util.List;
import org.comparto.problem.InvalidInputException;
import tools.jackson.databind.node.ObjectNode;

/** What an owner can say of a plot: names of the layer's attributes. What is the desk's own (code, source, dates of verification) is not among them. */
final class OfferedFields {

  /** In the order of the form. */
  static final List<String> ALL = List.of("name", "address", "municipality_code", "cadastral_code", "cadastral_section", "cadastral_sheet", "cadastral_parcels",
      "status", "available_from", "offer_type", "price_eur_m2", "price_basis", "price_vat_note", "owner_type", "divisible", "urbanisation_status",
      "area_m2", "built_floor_area_m2", "land_history", "remediation_status", "zoning_code", "planning_instrument",
      "electricity_kw", "gas_m3_h", "water_l_s", "sewer_present", "fibre_present", "rail_siding", "description_it", "description_en", "contact");

  private OfferedFields() {}

  /** @throws InvalidInputException naming the first that is none of them */
  static void check(ObjectNode plot) {
    plot.propertyNames().stream().filter(name -> !ALL.contains(name)).findFirst().ifPresent(name -> {
      throw new InvalidInputException("plot." + name, "plot." + name + " is nothing that can be offered; there are " + String.join(", ", ALL));
    });
  }
}
