package org.comparto.layer;

import static org.comparto.database.Sql.literal;
import static org.comparto.database.Sql.quote;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How anybody may read a layer from the database: which rows, which values. Every anonymous answer, tile, figure and
 * search goes through it, so that what is not public can not slip out by a side door.
 */
public final class PublicReading {

  /** What a thematic layer keeps in columns; all else are properties. */
  static final Set<String> RECORD_COLUMNS = Set.of("code", "name", "territory_code", "municipality_code", "source", "surveyed_on",
      "verified_on", "valid_from", "valid_to", "updated_at", "demonstration");

  private final Layer layer;

  public PublicReading(Layer layer) {
    this.layer = layer;
  }

  /** The relation, quoted for SQL. */
  public String relation() {
    return quote(layer.relation());
  }

  /** The SQL condition that a row must meet to be public. */
  public String condition() {
    // a partition holds one layer only, but said so its primary key (layer_id, id) gives the order of ids without sorting
    String published = (layer.kind() == Layer.Kind.THEMATIC ? "layer_id = " + literal(layer.id()) + " AND " : "") + "publication_status = 'published'";
    return layer.consent() == null ? published : published + " AND " + consentedTo(layer.consent().required());
  }

  /** The SQL expression of a value: NULL where consent is missing; typed as the database keeps it, or as the descriptor says. */
  public String value(Attribute attribute) {
    if (!attribute.isPublic()) {
      throw new IllegalArgumentException(layer.id() + "." + attribute.name() + " is for the desk only");
    }
    if (layer.column(attribute).isEmpty()) {
      return property(attribute);
    }
    String column = quote(attribute.name());
    return attribute.consent() == null ? column : "CASE WHEN " + consentedTo(attribute.consent()) + " THEN " + column + " END";
  }

  /** The SQL select list of some attributes, each under its own name. */
  public String values(List<Attribute> attributes) {
    return attributes.stream().map(a -> value(a) + " AS " + quote(a.name())).collect(Collectors.joining(", "));
  }

  private String consentedTo(String group) {
    return literal(group) + " = ANY (" + quote(layer.consent().column()) + ")";
  }

  private static String property(Attribute attribute) {
    String text = "(properties ->> " + literal(attribute.name()) + ")";
    return switch (attribute.type()) {
      case TEXT -> text;
      case INTEGER -> text + "::bigint";
      case NUMBER -> text + "::numeric";
      case BOOLEAN -> text + "::boolean";
      case DATE -> text + "::date";
      case DATETIME -> text + "::timestamptz";
      case TEXT_LIST, JSON -> "(properties -> " + literal(attribute.name()) + ")";
    };
  }
}
