package org.comparto.layer;

import java.util.List;
import java.util.Map;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What an admin changes about a layer that a load has made; what is null stays as it is. Names and types stay, since the
 * data follow them.
 *
 * @param attributes by name, only those that change
 */
record LayerChange(@Nullable Localized title, @Nullable Localized description, @Nullable String group, @Nullable Integer order,
    @Nullable Localized source, Layer.@Nullable Licence licence, Layer.@Nullable Display display, Layer.@Nullable Style style,
    @Nullable List<String> summary, @Nullable List<String> filters, @Nullable Map<String, AttributeChange> attributes) {

  /** What changes about one attribute. */
  record AttributeChange(@Nullable Localized title, @Nullable Localized help, @Nullable String unit, Attribute.@Nullable Access access,
      @Nullable Boolean tile) {

    Attribute applyTo(Attribute a) {
      return new Attribute(a.name(), a.type(), or(unit, a.unit()), a.codes(), or(title, a.title()), or(help, a.help()), a.section(),
          or(tile, a.tile()), a.required(), or(access, a.access()), a.consent(), a.reference(), a.language(), a.derived(),
          a.replaces(), a.form());
    }
  }

  LayerChange {
    check("title", title);
    check("description", description);
    check("source", source);
    if (style != null && style.fallback() == null) {
      throw new InvalidInputException("style.default", "style needs a default symbol");
    }
    attributes = attributes == null ? Map.of() : attributes;
    attributes.forEach((name, change) -> check("attributes." + name, change.title()));
  }

  Layer applyTo(Layer l) {
    attributes.keySet().stream().filter(name -> l.findAttribute(name).isEmpty()).findFirst().ifPresent(name -> {
      throw new InvalidInputException("attributes", "\"" + name + "\" is not an attribute of " + l.id());
    });
    List<Attribute> changed = l.attributes().stream()
        .map(a -> attributes.containsKey(a.name()) ? attributes.get(a.name()).applyTo(a) : a).toList();
    return new Layer(l.id(), l.kind(), or(group, l.group()), or(order, l.order()), or(title, l.title()), or(description, l.description()),
        l.geometry(), or(source, l.source()), or(licence, l.licence()), or(display, l.display()), or(summary, l.summary()),
        or(filters, l.filters()), l.rules(), or(style, l.style()), l.consent(), changed, l.codes(), l.constraint());
  }

  private static void check(String field, @Nullable Localized text) {
    if (text != null && (text.it() == null || text.it().isBlank() || text.en() == null || text.en().isBlank())) {
      throw new InvalidInputException(field, field + " needs a text in it and in en");
    }
  }

  private static <T> T or(@Nullable T wanted, T present) {
    return wanted != null ? wanted : present;
  }
}
