package org.comparto.feature;

import java.util.ArrayList;
import java.util.List;
import org.comparto.feature.FeatureQuery.SortKey;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Reads an order as parameters write it: names of public attributes, comma-separated, with - in front for the largest first. */
public final class SortKeys {

  private SortKeys() {}

  /**
   * The keys, the first key first; none for null.
   *
   * @throws InvalidInputException naming the parameter and what is wrong with it
   */
  public static List<SortKey> parse(Layer layer, @Nullable String text, String parameter) {
    List<SortKey> keys = new ArrayList<>();
    for (String part : text == null ? new String[0] : text.split(",", -1)) {
      // an unescaped + arrives as a blank
      boolean signed = part.startsWith("-") || part.startsWith("+") || part.startsWith(" ");
      Attribute attribute = Features.choose(layer, signed ? part.substring(1) : part, parameter).stream().findFirst()
          .orElseThrow(() -> new InvalidInputException(parameter,
              parameter + " holds an empty name; give names with + or - in front, comma-separated"));
      if (attribute.type() == AttributeType.TEXT_LIST || attribute.type() == AttributeType.JSON) {
        throw new InvalidInputException(parameter, attribute.name() + " has no order, it is a list or an object");
      }
      if (keys.stream().anyMatch(key -> key.attribute().equals(attribute))) {
        throw new InvalidInputException(parameter, attribute.name() + " is named twice");
      }
      keys.add(new SortKey(attribute, part.startsWith("-")));
    }
    return keys;
  }
}
