package org.comparto.columns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.filter.Condition;
import org.comparto.filter.Filter;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.comparto.layer.Revisions;
import org.comparto.problem.InvalidInputException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds the rows of a layer that meet a filter: in memory what values decide, by the database's own SQL what only PostGIS can
 * (shapes, patterns, arithmetic), so that every part means the same as everywhere else.
 */
@Component
public class Selections {

  private record Asked(String layer, long revision, String sql, Map<String, Object> values) {}

  private static final Sql IDS = Sql.load("columns/ids.sql");
  private static final int TIMEOUT_SECONDS = 20;
  private static final int MOST_REMEMBERED_IDS = 4_000_000;
  /** So often an answer is begun again because the layer changed while the database was asked. */
  private static final int MOST_TRIES = 5;

  private final ColumnStore store;
  private final Revisions revisions;
  private final ReadingPlaces places;
  private final NamedParameterJdbcTemplate db;
  private final Cache<Asked, long[]> remembered =
      Caffeine.newBuilder().maximumWeight(MOST_REMEMBERED_IDS).weigher((Asked asked, long[] ids) -> ids.length + 50).build();

  Selections(ColumnStore store, Revisions revisions, ReadingPlaces places, DataSource source) {
    this.store = store;
    this.revisions = revisions;
    this.places = places;
    JdbcTemplate bounded = new JdbcTemplate(source);
    bounded.setQueryTimeout(TIMEOUT_SECONDS);
    this.db = new NamedParameterJdbcTemplate(bounded);
  }

  /**
   * The rows that meet a filter, as they are committed now.
   *
   * @return empty if the layer's columns do not fit into memory
   */
  public Optional<Selection> select(Layer layer, Filter filter) {
    for (int tries = 1; ; tries++) {
      Optional<Columns> columns = store.current(layer);
      if (columns.isEmpty()) {
        return Optional.empty();
      }
      Columns known = columns.get();
      boolean asked = false;
      List<Selection.Part> parts = new ArrayList<>();
      for (Filter.Part part : filter.parts()) {
        boolean decided = part.test().isPresent() && known.decides(part.test().get());
        asked |= !decided;
        parts.add(new Selection.Part(part.attributes(),
            decided ? known.meeting(part.test().get()) : known.of(ask(known, part.condition()))));
      }
      if (!asked || tries == MOST_TRIES || revisions.current(layer.id()) == known.revision()) {
        return Optional.of(new Selection(known, parts));
      }
    }
  }

  private long[] ask(Columns columns, Condition condition) {
    Layer layer = columns.layer();
    PublicReading reading = new PublicReading(layer);
    try {
      return remembered.get(new Asked(layer.id(), columns.revision(), condition.sql(), condition.values()), asked -> places.read(() ->
          db.queryForList(IDS.with(Map.of("relation", reading.relation(), "public", reading.condition(), "where", condition.sql())),
              condition.values(), Long.class).stream().mapToLong(Long::longValue).toArray()));
    } catch (DataIntegrityViolationException e) {
      throw uncomputable();
    } catch (DataAccessException e) {
      if (e.getMostSpecificCause() instanceof SQLException cause && String.valueOf(cause.getSQLState()).startsWith("22")) {
        throw uncomputable();
      }
      throw e;
    }
  }

  private static InvalidInputException uncomputable() {
    return new InvalidInputException("filter", "The filter can not be computed for every feature; a number may be divided by zero or be too large.");
  }
}
