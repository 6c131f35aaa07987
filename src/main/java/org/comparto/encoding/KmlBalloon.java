package org.comparto.encoding;

import java.util.List;
import java.util.function.Function;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What a KML viewer shows of one feature: the attributes that a list would show, with titles, units and the meaning of codes. */
final class KmlBalloon {

  private final Layer layer;
  private final List<Attribute> attributes;
  private final String language;

  KmlBalloon(Layer layer, List<Attribute> attributes, String language) {
    this.layer = layer;
    this.attributes = attributes;
    this.language = language;
  }

  /** @return HTML, empty if nothing is known */
  String of(Function<Attribute, @Nullable Object> values) {
    StringBuilder rows = new StringBuilder();
    for (Attribute attribute : attributes) {
      String text = Texts.of(values.apply(attribute));
      if (text != null) {
        rows.append("<tr><th align=\"left\">").append(HtmlUtils.htmlEscape(attribute.title().in(language))).append("</th><td>")
            .append(HtmlUtils.htmlEscape(meaning(attribute, text))).append("</td></tr>");
      }
    }
    return rows.isEmpty() ? "" : "<table>" + rows + "</table>";
  }

  private String meaning(Attribute attribute, String text) {
    if (attribute.codes() != null) {
      return layer.codes().getOrDefault(attribute.codes(), List.of()).stream().filter(code -> code.value().equals(text))
          .map(code -> code.title().in(language)).findFirst().orElse(text);
    }
    return attribute.unit() == null ? text : text + " " + attribute.unit();
  }
}
