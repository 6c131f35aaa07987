package org.comparto.style;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.comparto.layer.Layer;
import org.comparto.layer.Layer.GeometryType;
import org.comparto.layer.Layer.Symbol;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * All signs of a layer in the order of its legend, the one for all other values last.
 *
 * @param column whose value chooses the sign; null where there is one for all
 */
record Signs(String layer, String title, GeometryType geometry, @Nullable String column, List<Sign> all) {

  private static final Localized OTHERS = new Localized("Altri valori", "Other values");

  static Signs of(Layer layer, String language, UnaryOperator<String> column) {
    Symbol fallback = layer.style().fallback();
    String by = layer.style().by();
    List<Sign> signs = new ArrayList<>();
    layer.style().values().forEach((value, symbol) -> signs.add(Sign.of(value, label(layer, by, value, symbol, language), symbol, fallback)));
    String others = fallback.label() != null ? fallback.label().in(language) : by == null ? layer.title().in(language) : OTHERS.in(language);
    signs.add(Sign.of(null, others, fallback, fallback));
    return new Signs(layer.id(), layer.title().in(language), layer.geometry(), by == null ? null : column.apply(by), List.copyOf(signs));
  }

  private static String label(Layer layer, @Nullable String by, String value, Symbol symbol, String language) {
    if (symbol.label() != null) {
      return symbol.label().in(language);
    }
    return layer.findAttribute(by == null ? "" : by).flatMap(attribute -> attribute.codes() == null ? java.util.Optional.empty()
        : layer.codes().get(attribute.codes()).stream().filter(code -> code.value().equals(value)).findFirst())
        .map(code -> code.title().in(language)).orElse(value);
  }
}
