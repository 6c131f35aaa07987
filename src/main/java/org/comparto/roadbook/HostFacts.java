package org.comparto.roadbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.comparto.host.Contact;
import org.comparto.host.Host;
import org.comparto.host.Visit;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.roadbook.Programme.Fact;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words what a visitor has to know of a host: what it is called, is as its layer's descriptor says; what is not known is left out. */
@Component
class HostFacts {

  private final Layers layers;

  HostFacts(Layers layers) {
    this.layers = layers;
  }

  List<Fact> of(Host host, Words t) {
    Layer layer = layers.getLayer(host.layer(), "host");
    FieldText words = new FieldText(layer, t);
    Visit visit = host.visit();
    List<Fact> facts = new ArrayList<>();
    if (host.description() != null && host.description().in(t.language()) != null) {
      facts.add(new Fact(t.of("roadbook.about"), host.description().in(t.language())));
    }
    add(facts, layer, words, "visit_protective_gear", visit.protectiveGear());
    add(facts, layer, words, "visit_min_age", visit.minAge());
    add(facts, layer, words, "visit_gate", visit.gate());
    add(facts, layer, words, "coach_parking", visit.coachParking());
    add(facts, layer, words, "coach_max_height_m", visit.coachMaxHeightM());
    add(facts, layer, words, "coach_max_length_m", visit.coachMaxLengthM());
    add(facts, layer, words, "visit_wheelchair", visit.wheelchair());
    add(facts, layer, words, "visit_toilets", visit.toilets());
    add(facts, layer, words, "visit_lunch", visit.lunch());
    add(facts, layer, words, "visit_languages", visit.languages());
    add(facts, layer, words, "visit_cost", visit.cost() == null || visit.cost().compareTo(BigDecimal.ZERO) > 0 ? visit.cost() : null);
    if (host.website() != null) {
      facts.add(new Fact(t.of("roadbook.website"), host.website()));
    }
    return facts;
  }

  /** Whom to call at the host, where it lets everybody know. */
  List<Programme.Contact> contacts(Host host, Words t) {
    Contact contact = host.contact();
    return contact == null || contact.phone() == null && contact.email() == null ? List.of() : List.of(new Programme.Contact(t.of("roadbook.contact.host"),
        contact.person() == null ? host.name().in(t.language()) : contact.person(), contact.phone(), contact.email()));
  }

  /** The title of a code of one of visitors' lists; the code itself where the list does not have it. */
  String code(String attribute, String code, Words t) {
    Layer layer = layers.getLayer("company", "layer");
    return layer.findAttribute(attribute).map(found -> new FieldText(layer, t).of(found, List.of(code))).orElse(code);
  }

  private static void add(List<Fact> facts, Layer layer, FieldText words, String name, @Nullable Object value) {
    if (FieldText.isKnown(value)) {
      layer.findAttribute(name).map(attribute -> new Fact(attribute.title().in(words.language()), words.of(attribute, value))).ifPresent(facts::add);
    }
  }
}
