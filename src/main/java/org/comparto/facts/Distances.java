package org.comparto.facts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.facts.PlotFacts.Distance;
import org.comparto.layer.Layer;
import org.comparto.text.FieldText;
import org.comparto.text.Words;

/** Straight distances in words: every kind of gateway has a line, also the one of which none is known. */
final class Distances {

  private static final String KINDS = "gateway_kind";

  private Distances() {}

  static List<Distance> of(List<Surroundings.Gateway> gateways, Layer layer, Words t) {
    FieldText text = new FieldText(layer, t);
    Map<String, Surroundings.Gateway> byKind = gateways.stream().collect(Collectors.toMap(Surroundings.Gateway::kind, gateway -> gateway));
    return layer.codes().get(KINDS).stream().map(kind -> {
      Surroundings.Gateway found = byKind.get(kind.value());
      String title = kind.title().in(t.language());
      return found == null ? new Distance(kind.value(), title, null, null, null, t.of("notKnown"), false)
          : new Distance(kind.value(), title, found.id(), found.name(), found.metres(), text(text, found.metres()), true);
    }).toList();
  }

  /** Metres to a thousand, then kilometres with one decimal. */
  static String text(FieldText text, double metres) {
    return metres < 1_000 ? text.number(Math.round(metres), "m") : text.number(Math.round(metres / 100) / 10.0, "km");
  }
}
