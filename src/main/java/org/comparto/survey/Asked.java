package org.comparto.survey;

import java.util.List;
import java.util.Set;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;

/** The attributes that a survey asks about: those of its groups, but for what only the desk can know. */
final class Asked {

  private static final Set<String> FOR_THE_DESK = Set.of("geocoding_quality");

  private Asked() {}

  static List<Attribute> of(Layer company, List<String> groups) {
    return company.fillableAttributes().stream().filter(one -> one.reference() == null && !FOR_THE_DESK.contains(one.name()))
        .filter(one -> one.consent() != null && groups.contains(one.consent()) || one.name().equals("name") && groups.contains("identity")).toList();
  }
}
