package org.comparto.history;

import static org.comparto.database.Sql.literal;
import static org.comparto.database.Sql.quote;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a reader may see of a feature's versions, as pieces of SQL. Whoever works on it sees all of them whole. Others see those
 * that were public, and of a company what it consented to then and still does: consent that was taken back holds for the past too.
 */
final class Sight {

  private static final Sql KEPT = Sql.load("history/kept.sql");
  /** Told beside the values, not among them. */
  private static final Set<String> BESIDE = Set.of("updated_at");

  private final Layer layer;
  private final List<Attribute> attributes;
  private final boolean whole;

  private Sight(Layer layer, List<Attribute> attributes, boolean whole) {
    this.layer = layer;
    this.attributes = attributes;
    this.whole = whole;
  }

  static Sight whole(Layer layer) {
    return new Sight(layer, recorded(layer), true);
  }

  static Sight ofPublic(Layer layer, Subject subject) {
    return new Sight(layer, recorded(layer).stream().filter(Attribute::isPublic)
        .filter(a -> a.consent() == null || subject.consents().contains(a.consent())).toList(), false);
  }

  /** What is derived can be derived again, and is no part of a version. */
  private static List<Attribute> recorded(Layer layer) {
    return layer.attributes().stream().filter(a -> !a.derived() && !BESIDE.contains(a.name())).toList();
  }

  /** In the order of the layer. */
  List<Attribute> attributes() {
    return attributes;
  }

  /** The select list of the values, each under its name. */
  String values() {
    PublicReading reading = new PublicReading(layer);
    return attributes.stream().map(a -> value(reading, a) + " AS " + quote(a.name())).collect(Collectors.joining(", "));
  }

  private String value(PublicReading reading, Attribute attribute) {
    if (layer.column(attribute).isEmpty()) {
      return "properties -> " + literal(attribute.name());
    }
    return whole ? quote(attribute.name()) : reading.value(attribute);
  }

  /** The relation that holds the versions below a number, newest first. @param before an expression; @param limit of former versions */
  String kept(String before, String limit) {
    return KEPT.with(Map.of("relation", quote(layer.relation()), "present", columns(layer, "present"), "former", columns(layer, "former"),
        "before", before, "limit", limit));
  }

  /** What the attributes of a former version must contain to be seen, as JSON. */
  String seen() {
    ObjectNode seen = JsonMapper.shared().createObjectNode();
    if (!whole) {
      seen.put("publication_status", "published");
      if (layer.consent() != null) {
        seen.putArray(layer.consent().column()).add(layer.consent().required());
      }
    }
    return seen.toString();
  }

  /** The columns of which versions of a layer are made, from one relation. */
  static String columns(Layer layer, String relation) {
    Set<String> names = new LinkedHashSet<>(List.of("id", "version", "publication_status"));
    if (layer.kind() == Layer.Kind.THEMATIC) {
      names.add("properties");
    }
    if (layer.consent() != null) {
      names.add(layer.consent().column());
    }
    layer.attributes().stream().filter(a -> !a.derived() && layer.column(a).isPresent()).map(Attribute::name).forEach(names::add);
    return names.stream().map(name -> relation + "." + quote(name)).collect(Collectors.joining(", "));
  }
}
