package org.comparto.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.feature.FeatureQuery.SortKey;
import org.comparto.filter.Condition;
import org.comparto.filter.Filter;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers the same questions without columns, by the database alone: slower, for layers that do not fit into memory. */
@Component
public class InDatabase {

  private static final Sql COUNT = Sql.load("columns/count.sql");
  private static final Sql PAGE = Sql.load("columns/ordered-ids.sql");
  private static final Sql VALUES = Sql.load("columns/facet-values.sql");
  private static final Sql RANGE = Sql.load("columns/facet-range.sql");
  private static final int TIMEOUT_SECONDS = 20;

  private final NamedParameterJdbcTemplate db;
  private final ReadingPlaces places;

  InDatabase(DataSource source, ReadingPlaces places) {
    JdbcTemplate bounded = new JdbcTemplate(source);
    bounded.setQueryTimeout(TIMEOUT_SECONDS);
    this.db = new NamedParameterJdbcTemplate(bounded);
    this.places = places;
  }

  /** How many rows meet a filter. */
  public long count(Layer layer, Filter filter) {
    return places.read(() -> db.queryForObject(COUNT.with(pieces(layer, filter.condition())), filter.condition().values(), Long.class));
  }

  /** The ids of one page of the rows that meet a filter: by the keys, what is not known last, ties by id. */
  public long[] page(Layer layer, Filter filter, List<SortKey> keys, int offset, int limit) {
    PublicReading reading = new PublicReading(layer);
    Map<String, String> pieces = pieces(layer, filter.condition());
    pieces.put("order", keys.stream().map(key -> reading.value(key.attribute()) + (key.descending() ? " DESC" : " ASC") + " NULLS LAST, ")
        .collect(Collectors.joining()) + "id");
    Map<String, Object> values = new HashMap<>(filter.condition().values());
    values.put("limit", limit);
    values.put("offset", offset);
    return places.read(() -> db.queryForList(PAGE.with(pieces), values, Long.class)).stream().mapToLong(Long::longValue).toArray();
  }

  /** How the values of an attribute are spread over the rows that meet a filter without what it asks of this attribute alone. */
  public Facet facet(Layer layer, Filter filter, Attribute attribute) {
    Condition others = filter.without(attribute.name());
    PublicReading reading = new PublicReading(layer);
    String value = reading.value(attribute);
    Map<String, String> pieces = pieces(layer, others);
    if (Column.isNumeric(attribute) && !attribute.refersById()) {
      pieces.put("number", switch (attribute.type()) {
        case DATE -> "extract(epoch FROM " + value + ") / 86400";
        case DATETIME -> "extract(epoch FROM " + value + ") * 1000000";
        default -> value;
      });
      return places.read(() -> db.queryForObject(RANGE.with(pieces), others.values(), (row, n) ->
          new Facet(attribute.name(), List.of(), (Double) row.getObject("min"), (Double) row.getObject("max"), row.getLong("unknown"))));
    }
    pieces.put("members", attribute.type() == AttributeType.TEXT_LIST
        ? "SELECT DISTINCT m AS value FROM unnest(CASE WHEN " + value + " IS NULL THEN ARRAY[NULL]::text[] ELSE CAST(" + value + " AS text[]) END) AS m"
        : "SELECT " + value + " AS value");
    List<Facet.Value> found = new ArrayList<>();
    long[] unknown = {0};
    places.run(() -> db.query(VALUES.with(pieces), others.values(), row -> {
      String text = row.getString("value");
      if (text == null) {
        unknown[0] = row.getLong("count");
      } else {
        found.add(new Facet.Value(attribute.type() == AttributeType.BOOLEAN ? (Object) text.equals("true")
            : attribute.refersById() ? (Object) Long.valueOf(text) : text, row.getLong("count")));
      }
    }));
    found.sort(Comparator.comparingLong(Facet.Value::count).reversed().thenComparing(v -> v.value().toString()));
    return new Facet(attribute.name(), found, null, null, unknown[0]);
  }

  private static Map<String, String> pieces(Layer layer, Condition where) {
    PublicReading reading = new PublicReading(layer);
    return new HashMap<>(Map.of("relation", reading.relation(), "public", reading.condition(), "where", where.sql()));
  }
}
