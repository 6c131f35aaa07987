package org.comparto.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.filter.Condition;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.text.FieldText;
import org.springframework.stereotype.Component;

/** From one feature to others: the zone of a plot by what the plot says, the plots of a zone by who says it. */
@Component
class References {

  /** A feature that another one names. */
  record Target(String path, String title) {}

  /** The features of a layer that name one feature. */
  record Naming(Layer layer, Attribute attribute, String path) {}

  private final Layers layers;
  private final FeatureRows rows;

  References(Layers layers, FeatureRows rows) {
    this.layers = layers;
    this.rows = rows;
  }

  /** The public feature that a value of a referring attribute means: by its id where the value is a number, else by its code. */
  Optional<Target> find(Attribute attribute, Object value) {
    return layers.findLayer(attribute.reference()).flatMap(layer -> {
      Condition condition = attribute.type() == AttributeType.INTEGER ? new Condition("id = :id", Map.of("id", value))
          : new Condition("code = :code", Map.of("code", value));
      List<Attribute> shown = layer.publicAttributes().stream().filter(a -> a.name().equals("name") || a.name().equals("code")).toList();
      List<Target> found = new ArrayList<>();
      rows.read(FeatureQuery.all(layer).showing(shown).meeting(condition).page(1, 0, null),
          row -> found.add(new Target("/ogc/collections/" + layer.id() + "/items/" + row.id(), title(row, shown))));
      return found.stream().findFirst();
    });
  }

  private static String title(FeatureRows.Row row, List<Attribute> shown) {
    String title = "";
    for (int i = 0; i < shown.size(); i++) {
      Object value = row.value(i);
      if (FieldText.isKnown(value) && (title.isEmpty() || shown.get(i).name().equals("name"))) {
        title = value.toString();
      }
    }
    return title;
  }

  /** Which layers may hold features that name this one, and where to read those. */
  List<Naming> naming(Layer layer, long id, String code) {
    List<Naming> naming = new ArrayList<>();
    for (Layer other : layers.all()) {
      for (Attribute attribute : other.publicAttributes()) {
        if (layer.id().equals(attribute.reference()) && !isBackground(other)) {
          Object value = attribute.type() == AttributeType.INTEGER ? id : code;
          naming.add(new Naming(other, attribute, "/ogc/collections/" + other.id() + "/items?" + attribute.name() + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)));
        }
      }
    }
    return naming;
  }

  private static boolean isBackground(Layer layer) {
    return layer.group().equals("background");
  }
}
