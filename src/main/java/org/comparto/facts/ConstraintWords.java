package org.comparto.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comparto.facts.PlotFacts.Check;
import org.comparto.facts.PlotFacts.Near;
import org.comparto.facts.PlotFacts.Part;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;

/** What the constraint checks found, in words that never say more than was looked at. */
final class ConstraintWords {

  private final Words t;
  private final Layer layer;
  private final FieldText text;

  ConstraintWords(Words t, Layer layer) {
    this.t = t;
    this.layer = layer;
    this.text = new FieldText(layer, t);
  }

  Check of(Finding finding) {
    Layer.Constraint constraint = layer.constraint();
    List<Part> parts = finding.parts().stream().map(part -> new Part(part.type(), title(part.type()), part.areaM2(), part.percent(),
        share(part.areaM2(), part.percent()), part.names())).toList();
    List<Near> near = finding.near().stream().map(n -> new Near(n.id(), n.name(), n.type() == null ? null : title(n.type()), n.metres(),
        metres(n.metres()))).toList();
    return new Check(layer.id(), layer.title().in(t.language()), finding.outcome().name().toLowerCase(Locale.ROOT), finding.areaM2(), finding.percent(),
        outcome(finding), parts, near, constraint.note() == null ? null : constraint.note().in(t.language()), data(finding.loaded()),
        finding.loaded().demonstration(), layer.licence());
  }

  private String outcome(Finding finding) {
    return switch (finding.outcome()) {
      case OVERLAP -> share(finding.areaM2(), finding.percent());
      case CLEAR -> t.of("plot.check.clear");
      case NEAR -> t.of("plot.check.near", Map.of("count", finding.near().size(), "within", metres(layer.constraint().withinM())));
      case FAR -> t.of("plot.check.far", Map.of("within", metres(layer.constraint().withinM())));
      case NO_DATA -> t.of("plot.noData");
    };
  }

  /** A part too small to be a tenth of a per cent is still there. */
  private String share(double areaM2, double percent) {
    return text.number(areaM2, "m²") + " · " + (percent < 0.1 ? "< " + text.number(0.1, "%") : text.number(percent, "%"));
  }

  private String metres(double metres) {
    return Distances.text(text, metres);
  }

  private String title(@Nullable String code) {
    Attribute by = layer.findAttribute(String.valueOf(ConstraintCheck.classOf(layer))).orElse(null);
    if (by == null) {
      return layer.title().in(t.language());
    }
    return code == null ? layer.style().fallback().label() == null ? t.of("notKnown") : layer.style().fallback().label().in(t.language())
        : text.code(by.codes(), code).orElse(code);
  }

  /** Source and dates of what is loaded of the layer in the plot's territory. */
  String data(Finding.Loaded loaded) {
    if (loaded.features() == 0) {
      return t.of("plot.noData");
    }
    List<String> said = new ArrayList<>();
    said.add(loaded.demonstration() ? layer.source().in(t.language()) : loaded.sources().isEmpty() ? layer.source().in(t.language()) : String.join("; ", loaded.sources()));
    if (loaded.surveyedTo() != null) {
      said.add(t.of("plot.surveyed", Map.of("day", text.day(loaded.surveyedTo()))));
    }
    if (loaded.updatedOn() != null) {
      said.add(t.of("plot.loadedOn", Map.of("day", text.day(loaded.updatedOn()))));
    }
    return String.join(" · ", said);
  }
}
