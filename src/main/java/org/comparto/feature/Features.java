package org.comparto.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.filter.Condition;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what is public of a layer's features, straight from the database to the caller: no object per feature, no full result in memory. */
@Component
public class Features {

  /** Where the rows go, in this order: the number of matches, then each feature. */
  public interface Reader {

    void matched(long count);

    /** @param json a GeoJSON feature, complete */
    void feature(long id, String json);
  }

  private static final Sql ITEMS = Sql.load("feature/items.sql");
  private static final Sql COUNT = Sql.load("feature/count.sql");
  private static final int FETCH_SIZE = 500;
  private static final int TIMEOUT_SECONDS = 20;

  private final NamedParameterJdbcTemplate db;
  private final TransactionTemplate snapshot;

  Features(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    JdbcTemplate streaming = new JdbcTemplate(jdbc.getDataSource());
    streaming.setFetchSize(FETCH_SIZE);
    streaming.setQueryTimeout(TIMEOUT_SECONDS);
    this.db = new NamedParameterJdbcTemplate(streaming);
    // count and features must come from one snapshot; a cursor needs a transaction anyway
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Reads one page and one feature beyond it, by which the reader knows that there is more. */
  public void read(FeatureQuery query, Reader reader) {
    Map<String, String> pieces = FeatureSql.pieces(query);
    Map<String, Object> values = FeatureSql.values(query);
    snapshot.executeWithoutResult(transaction -> {
      reader.matched(db.queryForObject(COUNT.with(pieces), values, Long.class));
      values.put("limit", query.limit() + 1);
      db.query(ITEMS.with(pieces), values, (RowCallbackHandler) row -> reader.feature(row.getLong("id"), row.getString("feature")));
    });
  }

  /** One feature as GeoJSON, or nothing if it does not exist or is not public. */
  public Optional<String> find(Layer layer, long id) {
    FeatureQuery one = FeatureQuery.all(layer).meeting(new Condition("id = :id", Map.of("id", id)));
    return db.query(ITEMS.with(FeatureSql.pieces(one)), FeatureSql.values(one), (row, n) -> row.getString("feature")).stream().findFirst();
  }

  /**
   * The public attributes a caller named, or all of them.
   *
   * @param names comma-separated; null for all; empty for none
   * @throws InvalidInputException naming the parameter and the first name that is no public attribute of the layer
   */
  public static List<Attribute> choose(Layer layer, @Nullable String names, String parameter) {
    List<Attribute> all = layer.publicAttributes();
    if (names == null) {
      return all;
    }
    List<String> wanted = names.isBlank() ? List.of() : List.of(names.split(",", -1));
    for (String name : wanted) {
      if (all.stream().noneMatch(a -> a.name().equals(name.trim()))) {
        throw new InvalidInputException(parameter, "\"" + name + "\" is not an attribute of " + layer.id() + "; there are "
            + String.join(", ", all.stream().map(Attribute::name).toList()));
      }
    }
    return all.stream().filter(a -> wanted.stream().anyMatch(w -> w.trim().equals(a.name()))).toList();
  }
}
