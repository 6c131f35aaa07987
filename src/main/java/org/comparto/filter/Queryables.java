package org.comparto.filter;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;

/** The queryables of a layer: its id, its geometry and its public attributes. What is for the desk only does not exist here. */
final class Queryables {

  static final String ID = "id";
  static final String GEOMETRY = "geometry";
  private static final int NAMED = 12;

  private final Layer layer;
  private final Map<String, Queryable> byName = new LinkedHashMap<>();

  Queryables(Layer layer) {
    this.layer = layer;
    PublicReading reading = new PublicReading(layer);
    byName.put(ID, new Queryable(ID, Type.NUMBER, "id"));
    byName.put(GEOMETRY, new Queryable(GEOMETRY, Type.GEOMETRY, "geom"));
    for (Attribute attribute : layer.publicAttributes()) {
      byName.put(attribute.name(), new Queryable(attribute.name(), Type.of(attribute.type()), sql(attribute, reading)));
    }
  }

  Optional<Queryable> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether a feature of the layer may be a geometry collection, which most spatial functions can not take. */
  boolean mayHoldCollections() {
    return layer.geometry() == Layer.GeometryType.ANY;
  }

  /** Why a name is refused: what there is instead, the most alike first. */
  String unknown(String name) {
    Optional<String> instead = layer.insteadOf(name);
    if (instead.isPresent()) {
      return instead.get();
    }
    List<String> near = byName.keySet().stream().sorted(Comparator.comparingInt(known -> Likeness.distance(name, known))).toList();
    String more = near.size() > NAMED ? " and others, see /ogc/collections/" + layer.id() + "/queryables" : "";
    return Mistake.shown(name) + " can not be asked of " + layer.id() + "; there are "
        + near.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
  }

  /** Lists as one type, whatever the column: text[], bigint[] of references, or a JSON array, whose null is none of its members. */
  private String sql(Attribute attribute, PublicReading reading) {
    String value = reading.value(attribute);
    boolean json = layer.column(attribute).isEmpty();
    return switch (attribute.type()) {
      case TEXT_LIST -> json ? jsonList(value) : "CAST(" + value + " AS text[])";
      case JSON -> json ? "nullif(" + value + ", 'null')" : value;
      default -> value;
    };
  }

  private static String jsonList(String value) {
    return "CASE WHEN jsonb_typeof(" + value + ") = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(" + value + ")) END";
  }
}
